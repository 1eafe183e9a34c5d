import type { Evidence } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import type { Causes } from "./causes.ts";
import { by, byCodeUnit, inTurn } from "./code-unit-order.ts";
import { isDiagnosis, outcomeOf } from "./finding.ts";
import { commonnessRank, severityRank } from "./order.ts";

/**
 * The faults and advisories that could not be decided, the most useful to decide first: those that could explain
 * a symptom that nothing explains, then those with the fewest open leaves, then the commonest, then the gravest.
 */
export function undecidedRules(
  rules: readonly Rule[],
  evaluation: Evaluation,
  causes: Causes,
  unexplained: readonly string[],
): readonly Rule[] {
  const weighed = rules
    .filter((rule) => isDiagnosis(rule) && outcomeOf(rule, evaluation).verdict === "cannot-tell")
    .map((rule) => ({
      rule,
      couldExplain: unexplained.some((symptom) => causes.broughtAboutBy(rule.id).has(symptom)),
      open: openLeaves(outcomeOf(rule, evaluation).evidence),
    }));
  return weighed
    .toSorted(
      inTurn(
        by(({ couldExplain }) => Number(!couldExplain)),
        by(({ open }) => open),
        by(({ rule }) => commonnessRank[rule.commonness]),
        by(({ rule }) => severityRank[rule.severity]),
        (a, b) => byCodeUnit(a.rule.id, b.rule.id),
      ),
    )
    .map(({ rule }) => rule);
}

/** The leaves that are not known and still count: inside a group that is decided, none does. */
function openLeaves(evidence: Evidence): number {
  if (evidence.truth !== "unknown") return 0;
  if (!("parts" in evidence)) return 1;
  return evidence.parts.reduce((sum, part) => sum + openLeaves(part), 0);
}
