import type { Evidence } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import type { Causes } from "./causes.ts";
import { by, byCodeUnit, inTurn } from "./code-unit-order.ts";
import { isDiagnosis, outcomeOf } from "./finding.ts";
import { commonnessRank, severityRank } from "./order.ts";
import { coarserThan } from "./refinement.ts";

export interface Undecided {
  readonly rule: Rule;
  /** What it is worth to decide it, above 0. */
  readonly weight: number;
}

/**
 * The faults and advisories that could not be decided, the most useful to decide first: those that could explain
 * a symptom that nothing explains, then those that could explain a diagnosis that nothing explains, or could say it
 * more precisely, then those with the fewest open leaves, then the commonest, then the gravest.
 *
 * @param unexplained ids of reported symptoms; `roots`: of diagnoses
 */
export function undecidedRules(
  rules: readonly Rule[],
  evaluation: Evaluation,
  causes: Causes,
  unexplained: readonly string[],
  roots: readonly string[],
): readonly Undecided[] {
  const areas = new Set(rules.flatMap(({ id, area }) => (roots.includes(id) ? [area] : [])));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const linksTo = (rule: Rule, effects: readonly string[]) =>
    Math.min(...effects.map((effect) => causes.broughtAboutBy(rule.id).get(effect) ?? Infinity));
  const weighed = rules
    .filter((rule) => isDiagnosis(rule) && outcomeOf(rule, evaluation).verdict === "cannot-tell")
    .map((rule) => ({
      rule,
      toSymptom: linksTo(rule, unexplained),
      toRoot: roots.some((root) => coarserThan(rule, byId).includes(root)) ? 1 : linksTo(rule, roots),
      open: openLeaves(outcomeOf(rule, evaluation).evidence),
    }));
  return weighed
    .toSorted(
      inTurn(
        by(({ toSymptom }) => Number(toSymptom === Infinity)),
        by(({ toRoot }) => Number(toRoot === Infinity)),
        by(({ open }) => open),
        by(({ rule }) => commonnessRank[rule.commonness]),
        by(({ rule }) => severityRank[rule.severity]),
        (a, b) => byCodeUnit(a.rule.id, b.rule.id),
      ),
    )
    .map(({ rule, toSymptom, toRoot }) => {
      const links = unexplained.length > 0 ? toSymptom : toRoot;
      const least = areas.has(rule.area) ? inTheArea : besides;
      return { rule, weight: weightOf[rule.commonness] * Math.max(least, 0.75 ** (links - 1)) };
    });
}

/** Of how much use an answer is likely to be. */
const weightOf: Readonly<Record<Rule["commonness"], number>> = { common: 1, uncommon: 0.5, rare: 0.25 };
/** The longer the chain to what is to be explained, the less an answer is worth; a rule without one is worth this. */
const besides = 0.05;
/** Unless it stands in the area in which something was found. */
const inTheArea = 0.25;

/** The leaves that are not known and still count: inside a group that is decided, none does. */
function openLeaves(evidence: Evidence): number {
  if (evidence.truth !== "unknown") return 0;
  if (!("parts" in evidence)) return 1;
  return evidence.parts.reduce((sum, part) => sum + openLeaves(part), 0);
}
