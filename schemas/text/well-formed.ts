/** Replaces halves of surrogate pairs, which no encoding can write, by U+FFFD. */
export const toWellFormed = (text: string) => text.toWellFormed();

/** The same for every text and key inside a value that came from a parser; its depth is limited before. */
export function toWellFormedDeep(value: unknown): unknown {
  if (typeof value === "string") return toWellFormed(value);
  if (Array.isArray(value)) return value.map(toWellFormedDeep);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [toWellFormed(key), toWellFormedDeep(inner)]),
  );
}
