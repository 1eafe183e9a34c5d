import type { Literal } from "../../engine/condition.ts";
import type { Claim } from "../../engine/facts/reading.ts";

/**
 * Values that stand for all that a claim allows: a test that compares with `marks` alone comes out the same on
 * everything between two of them.
 */
export function samples(claim: Claim, marks: readonly number[]): Literal[] {
  if ("value" in claim) return [claim.value];
  return spread([...marks, claim.low, claim.high]).filter(
    (value) => value >= claim.low && value <= claim.high,
  );
}

/** Every mark, something between each two, and something outside. */
export function spread(marks: readonly number[]): number[] {
  const sorted = [...new Set(marks.filter(Number.isFinite))].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const between = sorted.slice(1).map((mark, index) => (mark + (sorted[index] ?? mark)) / 2);
  return [first - 1, ...sorted, ...between, last + 1];
}

/** The numbers at which a claim begins and ends. */
export const ends = (claim: Claim): number[] =>
  "value" in claim ? (typeof claim.value === "number" ? [claim.value] : []) : [claim.low, claim.high];
