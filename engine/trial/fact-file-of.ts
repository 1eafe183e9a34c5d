import type { FactFile, ShortEntry } from "../../schemas/generated/types.ts";
import { rowsByHand } from "../facts/short-form.ts";
import type { RuleExample } from "../rulebook/source.ts";

/** What an example knows, as the fact file that it stands for. */
export function factFileOf({ facts, now }: Pick<RuleExample, "facts" | "now">): FactFile {
  // Checked against the catalogue when the rules were loaded.
  const entries = Object.entries(facts as Readonly<Record<string, ShortEntry>>);
  return {
    facts: Object.fromEntries(entries.map(([fact, entry]) => [fact, rowsByHand(entry)])),
    ...(now === null ? {} : { collectedAt: { from: now, to: now } }),
  };
}
