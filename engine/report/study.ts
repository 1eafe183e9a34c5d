import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule, Rulebook } from "../rulebook/rulebook.ts";
import { type Causes, causes } from "./causes.ts";
import { byCodeUnit } from "./code-unit-order.ts";
import { type Finding, findings, outcomeOf } from "./finding.ts";
import { setAsideBy } from "./set-aside.ts";

/** What one run found, before anything is laid out. */
export interface Study {
  /** Every rule, by id. */
  readonly rules: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
  /** What matches and is no history. */
  readonly present: readonly Finding[];
  readonly history: readonly { readonly finding: Finding; readonly by: Rule }[];
  readonly causes: Causes;
  /** The symptoms that a caller reported. */
  readonly reported: readonly Rule[];
}

export function study(rulebook: Rulebook, evaluation: Evaluation): Study {
  const rules = rulebook.rules.toSorted((a, b) => byCodeUnit(a.id, b.id));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const judged = findings(rules, evaluation).map((finding) => ({
    finding,
    by: setAsideBy(finding.rule, byId, evaluation),
  }));
  const history = judged.flatMap(({ finding, by }) => (by === null ? [] : [{ finding, by }]));
  const past = new Set(history.map(({ finding }) => finding.rule.id));
  const isBroken = (id: string) => past.has(id) || evaluation.outcomes.get(id)?.verdict === "does-not-match";
  return {
    rules,
    byId,
    present: judged.flatMap(({ finding, by }) => (by === null ? [finding] : [])),
    history,
    causes: causes(byId, isBroken),
    reported: rules.filter(
      (rule) => rule.kind === "symptom" && outcomeOf(rule, evaluation).verdict === "matches",
    ),
  };
}
