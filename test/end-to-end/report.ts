import type { Diagnosis, Report } from "../../schemas/generated/types.ts";
import { report as fitsSchema } from "../../schemas/generated/validate-report.cjs";
import { type RunOptions, run } from "./run.ts";

export interface ReportRun {
  readonly exitCode: number | undefined;
  readonly report: Report;
  readonly stderr: string;
}

/** Diagnoses with the JSON reporter. It throws where stdout is anything but one report that fits its schema. */
export async function diagnoseToReport(
  args: readonly string[],
  options: RunOptions = {},
): Promise<ReportRun> {
  const { exitCode, stdout, stderr } = await run(["diagnose", ...args, "--reporter", "json"], options);
  return { exitCode, report: reportOf(stdout, stderr), stderr };
}

export function reportOf(stdout: string, stderr = ""): Report {
  if (stdout === "") throw new Error(`There is no report. ${stderr}`);
  const report: unknown = JSON.parse(stdout);
  if (isReport(report)) return report;
  throw new Error(`The report does not fit its schema: ${JSON.stringify(fitsSchema.errors)}`);
}

const isReport = (value: unknown): value is Report => fitsSchema(value);

/** The ids of all diagnoses, each cause before what it led to. */
export function allDiagnoses({ diagnoses }: Pick<Report, "diagnoses">): string[] {
  const below = ({ rule, consequences }: Diagnosis): string[] => [rule, ...consequences.flatMap(below)];
  return diagnoses.flatMap(below);
}
