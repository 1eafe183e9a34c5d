import type { Confidence } from "../../schemas/fact-types.ts";
import type { Evaluation, RuleOutcome } from "../evaluate/evaluation.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import { confidenceRank } from "./order.ts";

/** A fault or an advisory that matches. */
export interface Finding {
  readonly rule: Rule;
  readonly outcome: RuleOutcome;
  /** After `surer`. */
  readonly confidence: Confidence;
}

export const isDiagnosis = (rule: Rule): boolean => rule.kind === "fault" || rule.kind === "advisory";

/** Every fault and advisory that matches, in the order of the rules. */
export function findings(rules: readonly Rule[], evaluation: Evaluation): readonly Finding[] {
  return rules.flatMap((rule) => {
    const outcome = outcomeOf(rule, evaluation);
    if (!isDiagnosis(rule) || outcome.verdict !== "matches") return [];
    return [{ rule, outcome, confidence: confidenceOf(rule, evaluation) }];
  });
}

/** What the run says of a rule of its own rulebook. */
export function outcomeOf(rule: Rule, evaluation: Evaluation): RuleOutcome {
  const outcome = evaluation.outcomes.get(rule.id);
  if (outcome === undefined) throw new Error(`The evaluation says nothing of the rule ${rule.id}.`);
  return outcome;
}

/** `surer` raises the confidence and never lowers it. */
function confidenceOf(rule: Rule, evaluation: Evaluation): Confidence {
  const { surer, confidence } = rule;
  if (surer === null || confidenceRank[surer.confidence] >= confidenceRank[confidence]) return confidence;
  return evaluation.judge(surer.when) === true ? surer.confidence : confidence;
}
