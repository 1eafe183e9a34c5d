import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import { type Schema, whereTypeIs } from "./schema.ts";

/** What may be written for a value: the schema, and what an editor offers. */
export function constant(shape: ScalarShape): Schema {
  const own = byType[shape.type](shape);
  return shape.orNone ? whereTypeIs("null", {}, orNone(own, shape)) : own;
}

/** The word none beside the values of a type. Where any text may stand, it may, too. */
function orNone(own: Schema, { type, values }: ScalarShape): Schema {
  switch (type) {
    case "boolean":
      return { enum: [true, false, "none"], errorMessage: "Write true, false or none, without quotes." };
    case "number":
      return whereTypeIs("string", { enum: ["none"], errorMessage: own.errorMessage }, own);
    case "one-of":
      return { enum: [...values, "none"] };
    default:
      return own;
  }
}

const text = (complaint: string): Schema => ({ type: "string", errorMessage: complaint });

const quotes = "Put the value in quotes; without them it is read as something else than a text.";

const byType: Record<ScalarType, (shape: ScalarShape) => Schema> = {
  boolean: () => ({ type: "boolean", errorMessage: "Write true or false, without quotes." }),
  number: () => ({
    type: "number",
    errorMessage: "Write the number alone, without quotes and without a unit; the catalogue names the unit.",
  }),
  "one-of": ({ values }) => ({ enum: values }),
  text: () => text(quotes),
  timestamp: () => ({
    type: "string",
    pattern: "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|none$)",
    errorMessage: 'Write the time with its offset, in quotes, for example "2026-11-20T08:30:00Z".',
  }),
  version: () => text('Put the version in quotes, for example "1.10"; without them it is read as a number.'),
  thumbprint: () => text("Put the thumbprint in quotes; some are read as numbers without them."),
  host: () => text(quotes),
  "host-and-port": () => text(quotes),
};

/** What may be written, one by one, where that is little; else none, if that is possible. */
export function possibleValues({ type, values, orNone }: ScalarShape): readonly (string | boolean)[] {
  const none = orNone ? ["none"] : [];
  if (type === "boolean") return [true, false, ...none];
  return type === "one-of" ? [...values, ...none] : none;
}
