import type { Problem } from "../../schemas/text/problem.ts";
import { sortProblems } from "../../schemas/text/problems.ts";
import { type LoadOptions, type ReadRulebook, readRulebook } from "../rulebook/load.ts";
import { problemAt } from "../rulebook/parse/document.ts";
import type { PackFile } from "../rulebook/source.ts";
import { checkAllClears } from "./checks/all-clears.ts";
import { checkBecause } from "./checks/because.ts";
import { checkCases } from "./checks/cases.ts";
import { checkDenials } from "./checks/denials.ts";
import { checkExamples } from "./checks/examples.ts";
import { checkImplied } from "./checks/implied.ts";
import { checkOwnConditions } from "./checks/own-conditions.ts";
import { checkRelations } from "./checks/relations.ts";
import { checkSteps } from "./checks/steps.ts";
import { checkTexts } from "./checks/texts.ts";
import { checkUsage } from "./checks/usage.ts";
import { checkWaivers } from "./checks/waivers.ts";
import { lintCodes } from "./codes.ts";
import { type Study, studyOf } from "./study.ts";

export interface Linted {
  /** In the order of files and places. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly rules: number;
  readonly facts: number;
}

/** Each proves something of the packs; the first one says which rules the others need not look at. */
const checks: readonly ((study: Study) => void)[] = [
  checkOwnConditions,
  checkCases,
  checkSteps,
  checkRelations,
  checkDenials,
  checkImplied,
  checkTexts,
];

/** They say that something is missing, which it may be only because something else could not be understood. */
const checksOfWhole: readonly ((study: Study) => void)[] = [
  checkAllClears,
  checkBecause,
  checkExamples,
  checkUsage,
  checkWaivers,
];

/**
 * Everything that can be said about packs without any facts: what loading them tells, and what is proved beyond.
 *
 * @param packs the folders of the packs to lint; `files` may hold others that they build on
 */
export async function lint(
  files: readonly PackFile[],
  packs: readonly string[],
  options: LoadOptions = {},
): Promise<Linted> {
  const read = await readRulebook(files, null, options);
  const told = toldBy(read, new Set(packs));
  return {
    problems: sortProblems([...read.problems, ...told.problems]),
    warnings: sortProblems([...read.warnings, ...told.warnings]),
    rules: read.rulebook.rules.length,
    facts: Object.keys(read.rulebook.facts).length,
  };
}

function toldBy(read: ReadRulebook, packs: ReadonlySet<string>): Record<"problems" | "warnings", Problem[]> {
  const told = { problems: [] as Problem[], warnings: [] as Problem[] };
  const study = studyOf(read, packs, (spot, code, message, hint) => {
    const problem = problemAt(spot, { code, message, hint });
    told[lintCodes[code].level === "problem" ? "problems" : "warnings"].push(problem);
  });
  for (const check of checks) check(study);
  if (read.problems.length === 0) for (const check of checksOfWhole) check(study);
  return told;
}
