import type { FactFile, Report } from "../schemas/generated/types.ts";
import { evaluate } from "./evaluate/evaluate.ts";
import { assembleReport, type ReportOptions } from "./report/assemble.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";

export type { ReportOptions };

/** Facts in, report out: no clock, no disk, and the same bytes for the same facts, rulebook and options. */
export async function diagnose(rulebook: Rulebook, facts: FactFile, options: ReportOptions): Promise<Report> {
  return assembleReport(rulebook, await evaluate(rulebook, { facts }), facts, options);
}
