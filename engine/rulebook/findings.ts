import { limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { sortProblems } from "../../schemas/text/problems.ts";
import type { SchemaCode } from "../../schemas/text/schema-problems/codes.ts";
import type { RulebookCode, RulebookWarningCode } from "./codes.ts";
import { problemAt, type Spot } from "./parse/document.ts";

/** What to do about a problem; a function where it costs something to find out. */
export type Hint = string | (() => string);

/** Collects what is wrong with the packs, so that all of it is told at once. */
export interface Findings {
  problem(spot: Spot, code: RulebookCode | SchemaCode, message: string, hint?: Hint): void;
  /** Problems that a reader or schema has placed already. */
  take(problems: readonly Problem[]): void;
  warning(spot: Spot, code: RulebookWarningCode, message: string, hint?: Hint): void;
  problems(): readonly Problem[];
  warnings(): readonly Problem[];
}

/** Looking for the nearest of thousands of names, thousands of times, would take minutes; nobody reads that far. */
const mostHints = 5 * limits.printedProblems;

export function createFindings(): Findings {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const told = (code: string, message: string, hint: Hint | undefined) => {
    const isTooMany = problems.length >= mostHints;
    const text = typeof hint === "function" ? (isTooMany ? undefined : hint()) : hint;
    return text === undefined ? { code, message } : { code, message, hint: text };
  };
  return {
    problem: (spot, code, message, hint) => problems.push(problemAt(spot, told(code, message, hint))),
    take: (placed) => {
      for (const problem of placed) problems.push(problem);
    },
    warning: (spot, code, message, hint) => warnings.push(problemAt(spot, told(code, message, hint))),
    problems: () => sortProblems(problems),
    warnings: () => sortProblems(warnings),
  };
}
