import { byCodeUnit } from "./code-unit-order.ts";

/** JSON with sorted keys: equal texts for equal values. Depth is limited where the value was read. */
export function canonicalJson(value: unknown): string {
  return written(value, (items) => items);
}

/** Like canonicalJson, and lists are taken for sets: rows, slices and sources have no order of their own. */
export function canonicalSetJson(value: unknown): string {
  return written(value, (items) => items.toSorted(byCodeUnit));
}

type Arrange = (items: readonly string[]) => readonly string[];

function written(value: unknown, arrange: Arrange): string {
  if (Array.isArray(value)) return `[${arrange(value.map((item) => written(item, arrange))).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => byCodeUnit(a, b));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${written(member, arrange)}`).join()}}`;
}
