import { caseFailure } from "../../reporters/case-failure.ts";
import { exampleFailure } from "../../reporters/example-failure.ts";
import type { ExitName } from "../exit-codes.ts";
import { toStdout } from "../output.ts";
import { hasPassed, type TrialRun } from "./run-trial.ts";

/** Every failure with what it saw, and at the end how many came out as expected. */
export function printResults({ examples, cases }: TrialRun): ExitName {
  const failedExamples = examples.filter(({ passed }) => !passed);
  const failedCases = cases.filter((each) => !hasPassed(each));
  for (const example of failedExamples) toStdout(exampleFailure(example));
  for (const { trial } of failedCases) toStdout(caseFailure(trial));
  printSum("example", examples.length, failedExamples.length);
  if (cases.length > 0) printSum("case", cases.length, failedCases.length);
  return failedExamples.length + failedCases.length === 0 ? "fine" : "found";
}

function printSum(what: string, all: number, failed: number): void {
  toStdout(`${all - failed} of ${all} ${all === 1 ? what : `${what}s`} came out as expected.\n`);
}
