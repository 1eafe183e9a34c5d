import type {
  FactEntry,
  FactFile,
  ItemsEntry,
  Origin,
  Origins,
  RowEntry,
  ValueEntry,
} from "../../schemas/generated/types.ts";
import type { ValuePath } from "../../schemas/text/positions.ts";
import type { ReadValue } from "../../schemas/text/read-text.ts";

export interface Naming {
  /** The key of the fact file itself: where it stands that nobody else is named, it is the origin. */
  readonly self: string;
  /** The new key for one of the file's own sources. */
  readonly rename: (source: string) => string;
}

/**
 * The facts of a fact file in full form: an entry each, every value and every row with its origins. Where the
 * file names none, it is the file itself and the line.
 */
export function completeFacts(
  file: FactFile,
  places: Pick<ReadValue, "placeOf">,
  naming: Naming,
): Map<string, FactEntry> {
  const facts = new Map<string, FactEntry>();
  for (const [id, entry] of Object.entries(file.facts)) {
    const stated = (path: ValuePath): Origins => [
      { source: naming.self, at: `line ${places.placeOf(["facts", id, ...path]).line}` },
    ];
    facts.set(id, complete(entry, stated, naming));
  }
  return facts;
}

type Stated = (path: ValuePath) => Origins;

function complete(entry: FactFile["facts"][string], stated: Stated, naming: Naming): FactEntry {
  if (entry === null || typeof entry !== "object") return { value: entry, from: stated([]) };
  if (Array.isArray(entry)) {
    return {
      items: entry.map((row, index) => completeRow(row, () => stated([index]), naming)),
      from: stated([]),
    };
  }
  if ("conflict" in entry) {
    return {
      conflict: entry.conflict.map((claim, index) =>
        completeValue(claim, () => stated(["conflict", index]), naming),
      ),
    };
  }
  if ("items" in entry) return completeItems(entry, stated, naming);
  if ("value" in entry) return completeValue(entry, () => stated([]), naming);
  return { ...entry, from: originsOf(entry.from, () => stated([]), naming) };
}

function completeItems({ complete: all, ...entry }: ItemsEntry, stated: Stated, naming: Naming): ItemsEntry {
  const from = originsOf(entry.from, () => stated([]), naming);
  // Who says where the list comes from speaks of its rows, too; else each stands in its own line.
  const isStated = entry.from !== undefined && entry.from.length > 0;
  const items = entry.items.map((row, index) =>
    completeRow(row, () => (isStated ? from : stated(["items", index])), naming),
  );
  return { ...entry, items, from, ...(all && { covers: [...(entry.covers ?? []), {}] }) };
}

function completeRow(row: RowEntry, stated: () => Origins, naming: Naming): RowEntry {
  return { ...row, from: originsOf(row.from, stated, naming) };
}

function completeValue(entry: ValueEntry, stated: () => Origins, naming: Naming): ValueEntry {
  const from = originsOf(entry.from, stated, naming);
  const earlier = entry.earlier?.map((each) => completeValue(each, stated, naming));
  return { ...entry, from, ...(earlier && { earlier }) };
}

function originsOf(from: readonly Origin[] | undefined, stated: () => Origins, { rename }: Naming): Origins {
  if (from === undefined || from.length === 0) return stated();
  return from.map((origin) => ({ ...origin, source: rename(origin.source) }));
}
