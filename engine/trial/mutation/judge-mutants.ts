import type { VerdictWord } from "../../../schemas/fact-types.ts";
import type { Condition } from "../../condition.ts";
import type { Rule, Rulebook } from "../../rulebook/rulebook.ts";
import type { Expectation } from "../cases/expectation.ts";
import { type CaseRun, type ExitOf, runCase, type TrialCase } from "../cases/run-case.ts";
import type { ExampleRun } from "../examples.ts";
import { verdictOn } from "../verdict-on.ts";

/** What stands between a changed rule and the users. */
export interface Guards {
  readonly examples: readonly ExampleRun[];
  readonly cases: readonly TriedCase[];
}

export interface TriedCase extends CaseRun {
  readonly tried: TrialCase;
}

/**
 * Whether an example of the rule or a case notices that its condition is another one. Nothing is run again where the
 * verdict alone decides: what was known in the run judges the new condition, as it judges those of the flowchart.
 */
export async function isNoticed(
  when: Condition,
  rule: Rule,
  guards: Guards,
  rulebook: Rulebook,
  exitOf: ExitOf,
): Promise<boolean> {
  if (guards.examples.some(({ evaluation, expected }) => verdictOn(evaluation, when) !== expected))
    return true;
  const turned = guards.cases.filter((ran) => verdictOn(ran.evaluation, when) !== verdictOf(rule, ran));
  const isAskedFor = (ran: TriedCase) =>
    asksFor(rule, ran.tried.expectation, [verdictOn(ran.evaluation, when), verdictOf(rule, ran)]);
  if (turned.some(isAskedFor)) return true;
  if (turned.length === 0) return false;
  const changed = {
    ...rulebook,
    rules: rulebook.rules.map((each) => (each.id === rule.id ? { ...rule, when } : each)),
  };
  for (const { tried } of turned) {
    const { trial } = await runCase(changed, tried, exitOf);
    if (trial.differences.length > 0) return true;
  }
  return false;
}

function verdictOf({ id }: Rule, { evaluation }: CaseRun): VerdictWord {
  return evaluation.outcomes.get(id)?.verdict ?? "cannot-tell";
}

/** Does a case say so much about the rule that one of the two verdicts fails it? It held with the other. */
function asksFor({ id, kind }: Rule, { wanted }: Expectation, verdicts: readonly VerdictWord[]): boolean {
  const isDiagnosis = kind === "fault" || kind === "advisory";
  const isExact = isDiagnosis || (kind === "all-clear" && wanted["all-clear"] !== undefined);
  if (isExact && verdicts.includes("matches")) return true;
  return [wanted["does-not-match"], wanted["cannot-tell"]].some((rules) => rules?.includes(id));
}
