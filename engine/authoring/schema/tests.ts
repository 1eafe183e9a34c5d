import type { ScalarShape } from "../../rulebook/rulebook.ts";
import { operand } from "./operands.ts";
import { shortReferences } from "./references.ts";
import { offering, type Schema, whereTypeIs } from "./schema.ts";
import { operatorsOf, testSuggestions } from "./suggestions.ts";
import { nameOf, valueSchema } from "./value-schema.ts";
import type { Ground, Workshop } from "./workshop.ts";

/** What may stand behind a fact or field of this shape: a value, a list of values, or operators. */
export function testOf(shape: ScalarShape, ground: Ground, workshop: Workshop): Schema {
  return workshop.shelf.put(`${ground}:${nameOf(shape, workshop.rulebook)}`, () => {
    const value = valueSchema(shape, workshop);
    return {
      ...offering(testSuggestions(shape, workshop.rulebook)),
      ...whereTypeIs(
        "object",
        operatorMap(shape, ground, workshop),
        whereTypeIs("array", { minItems: 1, items: value }, value),
      ),
    };
  });
}

function operatorMap(shape: ScalarShape, ground: Ground, workshop: Workshop): Schema {
  const { type } = shape;
  const fitting = operatorsOf(type, workshop.rulebook).filter(
    (name) => ground === "facts" || name !== "known",
  );
  const properties = fitting
    // On a value that is never none, set says nothing; it may stand there, and lint says so.
    .map((name): [string, Schema] => [
      name,
      name === "set" && !shape.orNone
        ? { type: "boolean", doNotSuggest: true }
        : operand(name, shape, ground, workshop),
    ]);
  return {
    type: "object",
    minProperties: 1,
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(properties),
      ...shortReferences(type, ground, workshop),
      ...(type === "text" || type === "one-of" ? { exact } : {}),
    },
  };
}

const exact: Schema = {
  const: true,
  description: "Compare texts byte for byte, with regard to case and outer space.",
};
