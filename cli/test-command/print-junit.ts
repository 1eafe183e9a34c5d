import { junit } from "../../reporters/junit.ts";
import type { ExitName } from "../exit-codes.ts";
import { toStdout } from "../output.ts";
import { hasPassed, type TrialRun } from "./run-trial.ts";

/** The agreed way to make results repeatable: SOURCE_DATE_EPOCH in place of the clock, and no time taken. */
export function printJunit({ examples, cases, seconds }: TrialRun): ExitName {
  const fixed = /^\d{1,12}$/.exec(process.env.SOURCE_DATE_EPOCH ?? "")?.[0];
  const now = fixed === undefined ? Date.now() : Number(fixed) * 1_000;
  toStdout(
    junit({
      examples,
      cases: cases.map(({ trial }) => trial),
      timestamp: new Date(now).toISOString().slice(0, 19),
      seconds: fixed === undefined ? seconds : { examples: 0, cases: 0 },
    }),
  );
  return examples.every(({ passed }) => passed) && cases.every(hasPassed) ? "fine" : "found";
}
