import { limits } from "../../../schemas/limits.ts";
import type { Findings } from "../findings.ts";
import { keyOf } from "../parse/document.ts";
import { quoted } from "../words.ts";
import { factsRead } from "./dependencies.ts";
import { type Drafts, entryOf } from "./draft-facts.ts";
import type { FactEntry } from "./entries.ts";

/** A run goes down from a fact to those that it is derived from, and has to come to an end. */
export function checkDerivationDepth(
  entries: ReadonlyMap<string, FactEntry>,
  { order }: Drafts,
  findings: Findings,
): void {
  const depths = new Map<string, number>();
  for (const name of order) {
    const entry = entries.get(name);
    if (entry === undefined) continue;
    const below = factsRead(entry.source).map((fact) => 1 + (depths.get(entryOf(fact, entries)) ?? 0));
    const depth = below.reduce((deepest, each) => Math.max(deepest, each), 0);
    depths.set(name, depth);
    // What is derived from this one in turn is as much too deep, and told by this.
    if (depth !== limits.derivationDepth + 1) continue;
    findings.problem(
      keyOf(entry.spot),
      "derivation-too-long",
      `${quoted(name)} is derived through more than ${limits.derivationDepth} facts, one from the other.`,
      "Derive it from facts that are seen, in fewer steps.",
    );
  }
}
