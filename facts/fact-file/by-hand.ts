/**
 * The words that a person writes in YAML, as the values they mean: `none` is *looked, and there is no such thing*.
 * Only bare values and fields of rows are meant: a text that is really the word none is written as a full entry,
 * `{ value: none }`.
 */
export function wordsOfPeople(document: unknown): unknown {
  if (!isMap(document) || !isMap(document.facts)) return document;
  const { collectedAt } = document;
  return {
    ...document,
    // One instant is the whole of the collection.
    ...(typeof collectedAt === "string" && { collectedAt: { from: collectedAt, to: collectedAt } }),
    facts: mapValues(document.facts, entryByHand),
  };
}

function entryByHand(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.map(rowByHand);
  if (!isMap(entry)) return entry === "none" ? null : entry;
  const { items, covers } = entry;
  return {
    ...entry,
    ...(Array.isArray(items) && { items: items.map(rowByHand) }),
    ...(Array.isArray(covers) && { covers: covers.map(rowByHand) }),
  };
}

function rowByHand(row: unknown): unknown {
  return isMap(row) ? mapValues(row, (value) => (value === "none" ? null : value)) : row;
}

function mapValues(
  map: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
