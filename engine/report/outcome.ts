import type { Healthy, Report } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import { isDiagnosis, outcomeOf } from "./finding.ts";

/** The all-clear that the pack names as its proof of health; undefined where it has none or nobody asked for it. */
export function healthOf(
  healthyWhen: string | null,
  asked: readonly Rule[],
  evaluation: Evaluation,
): Healthy | undefined {
  const proof = asked.find((rule) => rule.id === healthyWhen);
  return proof && { rule: proof.id, verdict: outcomeOf(proof, evaluation).verdict };
}

/** `settled` are the rules that need not be refuted, because something surer makes them history. */
export function outcomeOfReport(
  diagnosed: boolean,
  healthy: Healthy | undefined,
  asked: readonly Rule[],
  evaluation: Evaluation,
  settled: ReadonlySet<string>,
): Report["outcome"] {
  if (diagnosed) return "diagnosed";
  if (healthy !== undefined) return healthy.verdict === "matches" ? "healthy" : "inconclusive";
  const toRefute = lookedFor(asked);
  const isRefuted = (rule: Rule) =>
    settled.has(rule.id) || outcomeOf(rule, evaluation).verdict === "does-not-match";
  return toRefute.length > 0 && toRefute.every(isRefuted) ? "nothing-found" : "inconclusive";
}

/** The faults; advisories only where nobody asked for a fault. */
export function lookedFor(rules: readonly Rule[]): readonly Rule[] {
  const faults = rules.filter(({ kind }) => kind === "fault");
  return faults.length > 0 ? faults : rules.filter(isDiagnosis);
}
