import type { FactEntry, Origin, Origins, RowEntry, ValueEntry } from "../../schemas/generated/types.ts";

/** An entry whose origins carry the final keys of their sources. */
export function renameEntry(entry: FactEntry, keys: ReadonlyMap<string, string>): FactEntry {
  if ("conflict" in entry) return { conflict: entry.conflict.map((claim) => renameValue(claim, keys)) };
  if ("value" in entry) return renameValue(entry, keys);
  const from = renamed(entry.from, keys);
  if ("unknown" in entry) return { ...entry, ...from };
  return {
    ...entry,
    ...from,
    items: entry.items.map((row): RowEntry => ({ ...row, ...renamed(row.from, keys) })),
  };
}

function renameValue(entry: ValueEntry, keys: ReadonlyMap<string, string>): ValueEntry {
  const earlier = entry.earlier?.map((each) => renameValue(each, keys));
  return { ...entry, ...renamed(entry.from, keys), ...(earlier && { earlier }) };
}

function renamed(from: readonly Origin[] | undefined, keys: ReadonlyMap<string, string>): { from?: Origins } {
  if (from === undefined) return {};
  return { from: from.map((origin) => ({ ...origin, source: keys.get(origin.source) ?? origin.source })) };
}
