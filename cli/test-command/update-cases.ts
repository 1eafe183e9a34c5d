import { readExpected } from "../../engine/trial/cases/read-expected.ts";
import { runCase } from "../../engine/trial/cases/run-case.ts";
import { updateExpected } from "../../engine/trial/cases/update-expected.ts";
import { safeLine } from "../../reporters/safe-text.ts";
import { toStderr, toStdout, writeResult } from "../output.ts";
import type { Trial } from "./load-trial.ts";
import { exitOf, hasPassed, type RanCase, type TrialRun } from "./run-trial.ts";

export type Updated = { readonly run: TrialRun } | { readonly failed: "unusable" };

/** Writes into each case that failed what came out, says what it changed, and judges the case by its new words. */
export async function updateCases(trial: Trial, run: TrialRun): Promise<Updated> {
  const cases: RanCase[] = [];
  for (const ran of run.cases) {
    const updated = hasPassed(ran) ? ran : await updateCase(trial, ran);
    if (updated === null) return { failed: "unusable" };
    cases.push(updated);
  }
  return { run: { ...run, cases } };
}

/** null: the file could not be written. */
async function updateCase({ pack }: Trial, ran: RanCase): Promise<RanCase | null> {
  const { source, tried, outcome } = ran;
  const { text, changes } = await updateExpected(source.text, tried.expectation.wanted, outcome);
  if (changes.length === 0) return ran;
  const written = await writeResult(source.path, text);
  if (!written.ok) {
    toStderr(written.why);
    return null;
  }
  toStdout(`${safeLine(source.file)} was rewritten; read the change before you keep it.\n`);
  for (const change of changes) toStdout(`  ${safeLine(change)}\n`);
  const read = await readExpected(text, source.file, pack.rulebook);
  if (!read.ok) return ran;
  const changed = { ...tried, expectation: read.expectation };
  return { ...ran, tried: changed, ...(await runCase(pack.rulebook, changed, exitOf)) };
}
