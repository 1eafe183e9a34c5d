import type { Problem } from "../../schemas/text/problem.ts";

/** What checking a pack of rules has found. */
export interface LintResult {
  /** Each list in the order of files and places. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly rules: number;
  readonly facts: number;
  readonly toolVersion: string;
  /** How this tool is called on the command line. */
  readonly calledAs: string;
  /** What a code means, as one sentence. */
  meaningOf(code: string): string;
}

export type LintLevel = "problem" | "warning";

export interface LintFinding extends Problem {
  readonly level: LintLevel;
}

/** Problems come first: they have to be mended, warnings may be meant so. */
export function findingsOf({ problems, warnings }: LintResult): readonly LintFinding[] {
  return [
    ...problems.map((problem) => ({ ...problem, level: "problem" as const })),
    ...warnings.map((problem) => ({ ...problem, level: "warning" as const })),
  ];
}

/** Where a finding begins and ends; the end is the column behind its last character, all 1-based. */
export function rangeOf({ line, column, length = 1 }: Problem) {
  return { start: { line, column }, end: { line, column: column + length } };
}
