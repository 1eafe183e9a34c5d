import type { FactEntry, ShortEntry } from "../../schemas/generated/types.ts";

/**
 * The full form of an entry that was written by hand. `none` says looked, there is none; a bare list says some
 * rows were seen and covers nothing but its own keys; `complete: true` says all rows were seen.
 */
export function fullForm(entry: ShortEntry): FactEntry {
  if (Array.isArray(entry)) return { items: entry.map(rowByHand) };
  if (entry === null || typeof entry !== "object") return { value: entry === "none" ? null : entry };
  if ("items" in entry && entry.complete) {
    const { complete, ...rest } = entry;
    return { ...rest, items: entry.items.map(rowByHand), covers: [...(entry.covers ?? []), {}] };
  }
  return entry;
}

/**
 * An entry whose rows were written by hand in full: a field that says none says that there is no such thing. Only what a
 * person writes may be read like that; in other files it is the word.
 */
export function rowsByHand(entry: ShortEntry): ShortEntry {
  if (entry === null || typeof entry !== "object" || !("items" in entry)) return entry;
  const { items, covers } = entry;
  return { ...entry, items: items.map(rowByHand), ...(covers && { covers: covers.map(rowByHand) }) };
}

function rowByHand<RowEntry extends object>(row: RowEntry): RowEntry {
  const fields = Object.entries(row).map(([field, value]) => [field, value === "none" ? null : value]);
  return Object.fromEntries(fields) as RowEntry;
}
