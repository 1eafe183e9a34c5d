/** The same items in another order, which the seed decides. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const next = chance(seed);
  return items
    .map((item) => ({ item, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Lists whose order says nothing. */
const unordered: readonly string[] = ["items", "covers", "from", "conflict"];

/** A fact file in JSON that says the same in another order: its keys, facts, rows, slices and origins. */
export function shuffledFacts(text: string, seed: number): string {
  const next = chance(seed);
  const mixed = (value: unknown, name = ""): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => mixed(item));
      return unordered.includes(name) ? shuffled(items, next()) : items;
    }
    if (value === null || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, mixed(each, key)]);
    return Object.fromEntries(shuffled(entries, next()));
  };
  return JSON.stringify(mixed(JSON.parse(text)));
}

/** A row of numbers that looks like chance and is the same every time. */
function chance(seed: number): () => number {
  let state = (seed * 2654435761) % 4294967296;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state;
  };
}
