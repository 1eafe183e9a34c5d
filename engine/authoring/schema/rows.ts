import { operators } from "../../../schemas/operators.ts";
import type { ListFact } from "../../rulebook/rulebook.ts";
import { oneOfNames } from "./names.ts";
import { type Schema, see } from "./schema.ts";
import { testOf } from "./tests.ts";
import { aboutValue } from "./wording.ts";
import type { Workshop } from "./workshop.ts";

/** The definition of the names of its fields. */
export const fieldsOf = (list: string): string => `fields:${list}`;

/** The definition that a row of the list must fit, in where and among. */
export const rowsOf = (list: string): string => `rows:${list}`;

export function rowCondition(list: ListFact, workshop: Workshop): Schema {
  const own = see(rowsOf(list.id));
  const fields = Object.entries(list.fields).map(([name, field]): [string, Schema] => [
    name,
    { title: `${name} of ${list.id}`, description: aboutValue(field), ...testOf(field, "rows", workshop) },
  ]);
  return {
    type: "object",
    description: `What a row of ${list.id} must be: its fields with what they must be.`,
    minProperties: 1,
    allOf: [
      {
        additionalProperties: false,
        errorMessage: `The rows of ${list.id} have no field of this name. Ctrl+Space shows the fields.`,
        properties: {
          all: { type: "array", minItems: 1, items: own, description: "All of these hold." },
          any: { type: "array", minItems: 1, items: own, description: "At least one of these holds." },
          not: { ...own, description: "This does not hold." },
          ...Object.fromEntries(fields),
        },
      },
      comparedFields(list, workshop),
    ],
  };
}

/** Wherever a field of the row is compared with another, it is one of this list. */
function comparedFields({ id, fields }: ListFact, { shelf }: Workshop): Schema {
  const names = Object.entries(fields).map(([name, field]) => ({ name, about: aboutValue(field) }));
  const complaint = `The rows of ${id} have no field of this name. Ctrl+Space shows the fields.`;
  const field = shelf.put(fieldsOf(id), () => ({ ...oneOfNames(names, complaint), doNotSuggest: true }));
  const compared = Object.entries(operators).flatMap(([name, { reference }]) =>
    reference ? [[name, { properties: { field }, doNotSuggest: true }]] : [],
  );
  return { patternProperties: { "": { properties: { field, ...Object.fromEntries(compared) } } } };
}
