import type { Diagnosis } from "../../schemas/generated/types.ts";

export interface Placed {
  readonly diagnosis: Diagnosis;
  /** 0 for the root. */
  readonly depth: number;
  /** The diagnosis that led to it. */
  readonly parent?: Diagnosis;
}

/** A root and all that it led to, each before what it led to itself. A list of its own keeps any depth harmless. */
export function withConsequences(root: Diagnosis): readonly Placed[] {
  const placed: Placed[] = [];
  const waiting: Placed[] = [{ diagnosis: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { diagnosis, depth } = next;
    placed.push(next);
    for (const consequence of diagnosis.consequences.toReversed()) {
      waiting.push({ diagnosis: consequence, depth: depth + 1, parent: diagnosis });
    }
  }
  return placed;
}
