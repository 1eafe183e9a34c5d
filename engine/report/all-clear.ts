import type { AllClear } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule, Rulebook } from "../rulebook/rulebook.ts";
import { renderBecause } from "./because.ts";
import { outcomeOf } from "./finding.ts";

/** What is proved sound, and by what; `rules` in their order. */
export function allClears(rules: readonly Rule[], rulebook: Rulebook, evaluation: Evaluation): AllClear[] {
  return rules
    .filter((rule) => rule.kind === "all-clear" && outcomeOf(rule, evaluation).verdict === "matches")
    .map((rule) => ({
      rule: rule.id,
      title: rule.title,
      area: rule.area,
      because: renderBecause(rule.because, rulebook.facts, evaluation.memory),
      evidence: outcomeOf(rule, evaluation).evidence,
    }));
}
