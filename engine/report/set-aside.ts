import type { SetAside } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import type { Finding } from "./finding.ts";

/**
 * The rule that makes a matching rule history, or null. Rules that set each other aside in a circle would hide all
 * of themselves: those stay.
 */
export function setAsideBy(
  rule: Rule,
  rules: ReadonlyMap<string, Rule>,
  evaluation: Evaluation,
): Rule | null {
  const matching = (id: string | null | undefined) =>
    id !== null && id !== undefined && evaluation.outcomes.get(id)?.verdict === "matches"
      ? (rules.get(id) ?? null)
      : null;
  const setter = matching(rule.setAsideBy);
  const seen = new Set<string>();
  for (let next = setter; next !== null && !seen.has(next.id); next = matching(next.setAsideBy)) {
    if (next.id === rule.id) return null;
    seen.add(next.id);
  }
  return setter;
}

export function describeSetAside(finding: Finding, by: Rule): SetAside {
  const { rule, outcome } = finding;
  return {
    rule: rule.id,
    title: rule.title,
    by: by.id,
    because: because(by),
    evidence: outcome.evidence,
  };
}

function because(by: Rule): string {
  return by.kind === "all-clear"
    ? `It speaks of the past: now it is proved that "${by.title}".`
    : `It is a sign only: "${by.title}" is found, and says more surely what is wrong.`;
}
