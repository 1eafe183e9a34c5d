import { type CaseRun, runCase } from "../../engine/trial/cases/run-case.ts";
import { type ExampleRun, runExamples } from "../../engine/trial/examples.ts";
import type { Report } from "../../schemas/generated/types.ts";
import { diagnoseExit, exitCodes } from "../exit-codes.ts";
import type { CaseSource } from "./find-cases.ts";
import type { FoundCase, Trial } from "./load-trial.ts";

export interface TrialRun {
  readonly examples: readonly ExampleRun[];
  readonly cases: readonly RanCase[];
  readonly seconds: { readonly examples: number; readonly cases: number };
}

/** A case with what came out. */
export interface RanCase extends CaseRun, FoundCase {
  readonly source: CaseSource;
}

/** The exit code of diagnose with its default threshold. */
export const exitOf = (report: Report): number => exitCodes[diagnoseExit(report, "medium")].code;

/** @param rules only these; empty: all */
export async function runTrial({ pack, cases }: Trial, rules: readonly string[] = []): Promise<TrialRun> {
  const { rulebook, examples } = pack;
  const isMeant = ({ rule }: { readonly rule: string }) => rules.length === 0 || rules.includes(rule);
  const begin = performance.now();
  const tried = await runExamples(rulebook, examples.filter(isMeant));
  const between = performance.now();
  const ran: RanCase[] = [];
  for (const found of cases) ran.push({ ...found, ...(await runCase(rulebook, found.tried, exitOf)) });
  return {
    examples: tried.filter(isMeant),
    cases: ran,
    seconds: { examples: (between - begin) / 1_000, cases: (performance.now() - between) / 1_000 },
  };
}

export const hasPassed = ({ trial }: CaseRun): boolean =>
  trial.differences.length === 0 && trial.unused.length === 0;
