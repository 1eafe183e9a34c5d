import type { Evidence } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import type { Causes } from "./causes.ts";
import { by, byCodeUnit, inTurn } from "./code-unit-order.ts";
import { isDiagnosis, outcomeOf } from "./finding.ts";
import { commonnessRank, severityRank } from "./order.ts";
import { coarserThan } from "./refinement.ts";

/**
 * The faults and advisories that could not be decided, the most useful to decide first: those that could explain
 * a symptom that nothing explains, then those that could explain a diagnosis that nothing explains, or could say it more
 * precisely, then those with
 * the fewest open leaves, then the commonest, then the gravest.
 *
 * @param unexplained ids of reported symptoms; `roots`: of diagnoses
 */
export function undecidedRules(
  rules: readonly Rule[],
  evaluation: Evaluation,
  causes: Causes,
  unexplained: readonly string[],
  roots: readonly string[],
): readonly Rule[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const mayExplain = (rule: Rule, effects: readonly string[]) =>
    effects.some((effect) => causes.broughtAboutBy(rule.id).has(effect));
  const weighed = rules
    .filter((rule) => isDiagnosis(rule) && outcomeOf(rule, evaluation).verdict === "cannot-tell")
    .map((rule) => ({
      rule,
      explainsSymptom: mayExplain(rule, unexplained),
      explainsRoot: mayExplain(rule, roots) || roots.some((root) => coarserThan(rule, byId).includes(root)),
      open: openLeaves(outcomeOf(rule, evaluation).evidence),
    }));
  return weighed
    .toSorted(
      inTurn(
        by(({ explainsSymptom }) => Number(!explainsSymptom)),
        by(({ explainsRoot }) => Number(!explainsRoot)),
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
