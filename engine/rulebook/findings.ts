import type { Problem } from "../../schemas/text/problem.ts";
import { sortProblems } from "../../schemas/text/problems.ts";
import type { SchemaCode } from "../../schemas/text/schema-problems/codes.ts";
import type { RulebookCode, RulebookWarningCode } from "./codes.ts";
import { problemAt, type Spot } from "./parse/document.ts";

/** Collects what is wrong with the packs, so that all of it is told at once. */
export interface Findings {
  problem(spot: Spot, code: RulebookCode | SchemaCode, message: string, hint?: string): void;
  /** Problems that a reader or schema has placed already. */
  take(problems: readonly Problem[]): void;
  warning(spot: Spot, code: RulebookWarningCode, message: string, hint?: string): void;
  problems(): readonly Problem[];
  warnings(): readonly Problem[];
}

export function createFindings(): Findings {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  return {
    problem: (spot, code, message, hint) => problems.push(problemAt(spot, said(code, message, hint))),
    take: (placed) => problems.push(...placed),
    warning: (spot, code, message, hint) => warnings.push(problemAt(spot, said(code, message, hint))),
    problems: () => sortProblems(problems),
    warnings: () => sortProblems(warnings),
  };
}

const said = (code: string, message: string, hint: string | undefined) =>
  hint === undefined ? { code, message } : { code, message, hint };
