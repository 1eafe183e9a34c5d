import type { Commonness, Confidence, Severity } from "../../schemas/fact-types.ts";
import { by, byCodeUnit, inTurn } from "./code-unit-order.ts";

/** Small ranks come first. */
export const severityRank: Record<Severity, number> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };
export const confidenceRank: Record<Confidence, number> = { certain: 0, likely: 1, possible: 2 };
export const commonnessRank: Record<Commonness, number> = { common: 0, uncommon: 1, rare: 2 };

/** What the place of a diagnosis in the report depends on. */
export interface Weight {
  readonly id: string;
  /** 0: it explains a reported symptom; 1: it is what was reported; 2: neither. */
  readonly toReport: 0 | 1 | 2;
  readonly confidence: Confidence;
  /** The highest of the diagnosis and of all that it brought about. */
  readonly severity: Severity;
}

/**
 * Those that explain a reported symptom, then those that restate one, then certain and likely ones before possible ones, then severity,
 * confidence and id.
 */
export const byWeight = inTurn<Weight>(
  by((weight) => weight.toReport),
  by((weight) => Number(weight.confidence === "possible")),
  by((weight) => severityRank[weight.severity]),
  by((weight) => confidenceRank[weight.confidence]),
  (a, b) => byCodeUnit(a.id, b.id),
);

export function highest(severities: readonly Severity[]): Severity {
  return severities.toSorted(by((severity) => severityRank[severity]))[0] ?? "info";
}
