import type { Rulebook, ScalarShape } from "../../rulebook/rulebook.ts";
import { offering, type Schema } from "./schema.ts";
import { valueSuggestions } from "./suggestions.ts";
import { constant } from "./values.ts";
import type { Workshop } from "./workshop.ts";

/** What may be written for a value of this shape, offered where that is little. */
export function valueSchema(shape: ScalarShape, { shelf, rulebook }: Workshop): Schema {
  return shelf.put(`value:${nameOf(shape, rulebook)}`, () => ({
    ...offering(valueSuggestions(shape)),
    ...constant(shape),
  }));
}

/** A name that shapes share for which the same may be written. */
export function nameOf({ type, values, orNone }: ScalarShape, { facts }: Rulebook): string {
  const tail = orNone ? "-or-none" : "";
  if (type !== "one-of") return `${type}${tail}`;
  // Values may hold any character, so a one-of is called by the first fact or field that has them.
  const written = JSON.stringify(values);
  const same = (each: ScalarShape) => each.type === "one-of" && JSON.stringify(each.values) === written;
  for (const fact of Object.values(facts)) {
    if (fact.kind === "scalar" && same(fact)) return `${fact.id}${tail}`;
    if (fact.kind === "scalar") continue;
    const [field] = Object.entries(fact.fields).find(([, each]) => same(each)) ?? [];
    if (field !== undefined) return `${fact.id}.${field}${tail}`;
  }
  throw new Error(`No fact has the values ${written}.`);
}
