import type { Evidence, EvidenceRows, EvidenceRule, EvidenceTest } from "../../schemas/generated/types.ts";

export type Leaf = EvidenceTest | EvidenceRows | EvidenceRule;

/**
 * The leaves that decide how a condition came out: under a group those parts that came out as the group did; under
 * "not" its part. A group that fits none of its parts shows all of them.
 */
export function decidingLeaves(evidence: Evidence): readonly Leaf[] {
  return walk(evidence, (parts, truth) => {
    const deciding = parts.filter((part) => part.truth === truth);
    return deciding.length === 0 ? parts : deciding;
  });
}

/** The leaves that nobody could decide, wherever they stand. */
export function openLeaves(evidence: Evidence): readonly Leaf[] {
  return walk(evidence, (parts) => parts).filter((leaf) => leaf.truth === "unknown");
}

type Choose = (parts: readonly Evidence[], truth: Evidence["truth"]) => readonly Evidence[];

function walk(evidence: Evidence, choose: Choose): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const waiting: Evidence[] = [evidence];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!("parts" in next)) leaves.push(next);
    else waiting.push(...(next.kind === "not" ? next.parts : choose(next.parts, next.truth)).toReversed());
  }
  return leaves;
}
