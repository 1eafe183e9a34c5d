import { coverage } from "../../engine/trial/coverage/coverage.ts";
import { subjectsOf } from "../../engine/trial/coverage/covered-subjects.ts";
import { mutateRule } from "../../engine/trial/mutation/mutate-rule.ts";
import { coveragePercent, coverageText } from "../../reporters/coverage.ts";
import { mutationPercent, mutationText, waivesTooMuch } from "../../reporters/mutation.ts";
import type { MutatedRule } from "../../schemas/trial.ts";
import type { ExitName } from "../exit-codes.ts";
import { toStdout } from "../output.ts";
import type { Trial } from "./load-trial.ts";
import { exitOf, hasPassed, type TrialRun } from "./run-trial.ts";

export interface Weighing {
  readonly coverage: boolean;
  readonly mutate: boolean;
  /** In percent; null: whatever it is, it is fine. */
  readonly require: number | null;
  /** Only these rules; empty: all. */
  readonly rules: readonly string[];
}

/** How much the examples and cases say: the outcomes that they bring about, the changes that they notice. */
export async function weigh(trial: Trial, run: TrialRun, weighing: Weighing): Promise<ExitName> {
  const exits: ExitName[] = [];
  if (weighing.coverage) exits.push(printCoverage(trial, run, weighing));
  if (weighing.mutate) exits.push(await printMutation(trial, run, weighing));
  return exits.includes("found") ? "found" : "fine";
}

function printCoverage({ pack }: Trial, run: TrialRun, { rules, require }: Weighing): ExitName {
  const all = subjectsOf(pack);
  const subjects =
    rules.length === 0 ? all : all.filter(({ kind, id }) => kind === "rule" && rules.includes(id));
  const covered = coverage(subjects, run, pack.rulebook);
  toStdout(`\n${coverageText(covered)}`);
  return require !== null && coveragePercent(covered) < require ? "found" : "fine";
}

async function printMutation(
  { pack }: Trial,
  run: TrialRun,
  { rules, require }: Weighing,
): Promise<ExitName> {
  const cases = run.cases.filter(hasPassed);
  const mutated: MutatedRule[] = [];
  for (const rule of pack.rulebook.rules) {
    if (rules.length > 0 && !rules.includes(rule.id)) continue;
    const examples = run.examples.filter((example) => example.rule === rule.id);
    mutated.push(await mutateRule(rule, { examples, cases }, { pack, exitOf }));
  }
  toStdout(`\n${mutationText(mutated)}`);
  const hasTroubles =
    waivesTooMuch(mutated) || mutated.some(({ waiverTroubles }) => waiverTroubles.length > 0);
  const isBelow = require !== null && mutationPercent(mutated) < require;
  return hasTroubles || isBelow ? "found" : "fine";
}
