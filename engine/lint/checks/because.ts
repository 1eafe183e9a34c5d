import { keyOf } from "../../rulebook/parse/document.ts";
import { quoted } from "../../rulebook/words.ts";
import { factsPrinted } from "../placeholders.ts";
import type { Study } from "../study.ts";

/**
 * Whether each because prints facts that are known when its rule matches. A fact that is got in the same way as one that
 * is read is known with it.
 */
export function checkBecause(study: Study): void {
  const { reads } = study;
  for (const { rule, root } of study.rules) {
    const printed = new Set(factsPrinted(rule.because));
    if (printed.size === 0) continue;
    const read = reads.ofRule(rule);
    const asks = new Set([...read].flatMap((fact) => study.known.fact(fact)?.ask ?? []));
    const comesAlong = (name: string) =>
      [...reads.ofFact(name)].some((fact) => read.has(fact)) ||
      (study.known.fact(name)?.ask ?? []).some((ask) => asks.has(ask));
    for (const name of printed) {
      if (comesAlong(name)) continue;
      const message = `${quoted(name)} has nothing to do with what the condition reads, so that it may be printed as (not known).`;
      const hint = "Print what the condition reads, or let the condition read it.";
      study.tell(keyOf(root, "because"), "because-of-another-fact", message, hint);
    }
  }
}
