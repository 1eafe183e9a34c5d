import type { ScalarType } from "../../../schemas/fact-types.ts";
import { type OperandKind, type OperatorName, operators } from "../../../schemas/operators.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import { oneOfNames } from "./names.ts";
import { reference } from "./references.ts";
import { offering, type Schema, whereTypeIs } from "./schema.ts";
import { listsFor, valueSuggestions } from "./suggestions.ts";
import { nameOf, valueSchema } from "./value-schema.ts";
import { orNewer } from "./wording.ts";
import type { Ground, Workshop } from "./workshop.ts";

/** What may stand behind an operator that tests a value of this shape. Operators alike for many shapes are shared. */
export function operand(
  operator: OperatorName,
  shape: ScalarShape,
  ground: Ground,
  workshop: Workshop,
): Schema {
  const { operand: kind, description } = operators[operator];
  if (kind === "value") return { ...either(operator, shape, ground, workshop), description };
  const make = () => described(operator, shape, ground, workshop);
  if (kind === "values") return make();
  const about = kind === "list" ? `:${shape.type}` : kind === "reference" ? `:${family(shape)}` : "";
  return workshop.shelf.put(`${ground}:${operator}${about}`, make);
}

const family = ({ type }: ScalarShape): string => (type === "one-of" ? "text" : type);

/** A value, or a reference to one. Nothing is below, above, at least or at most none. */
function either(operator: OperatorName, shape: ScalarShape, ground: Ground, workshop: Workshop): Schema {
  const isEquality = operators[operator].types.length === operators.is.types.length;
  const possible = isEquality ? shape : { ...shape, orNone: false };
  return workshop.shelf.put(`${ground}:either:${nameOf(possible, workshop.rulebook)}`, () => {
    return {
      ...offering(valueSuggestions(possible)),
      ...whereTypeIs(
        "object",
        reference(operator, shape.type, ground, workshop),
        valueSchema(possible, workshop),
      ),
    };
  });
}

function described(operator: OperatorName, shape: ScalarShape, ground: Ground, workshop: Workshop): Schema {
  const { operand: kind, reference: mayRefer, description } = operators[operator];
  const own = byKind[kind](shape, workshop, operator);
  const other = () => reference(operator, shape.type, ground, workshop);
  if (own === null) return { ...other(), description };
  return { description, ...(mayRefer ? { ...offering([]), ...whereTypeIs("object", other(), own) } : own) };
}

/** null: a reference is all that may stand there. */
type FromShape = (shape: ScalarShape, workshop: Workshop, operator: OperatorName) => Schema | null;

const someText: Schema = { type: "string", minLength: 1 };

const byKind: Record<OperandKind, FromShape> = {
  value: valueSchema,
  values: (shape, workshop) => ({ type: "array", minItems: 1, items: valueSchema(shape, workshop) }),
  timestamp: (shape, workshop) => valueSchema({ ...shape, orNone: false }, workshop),
  duration: () => ({
    type: "string",
    pattern: "^[0-9]+ (?:second|minute|hour|day)s?$",
    errorMessage: "Write a number and a unit, for example 30 days.",
  }),
  text: () => whereTypeIs("array", { minItems: 1, items: someText }, someText),
  pattern: () => someText,
  list: ({ type }, workshop, operator) => listOf(operator, type, workshop),
  reference: () => null,
  "yes-no": () => ({ type: "boolean" }),
};

function listOf(operator: OperatorName, type: ScalarType, { rulebook }: Workshop): Schema {
  const names = listsFor(operator, type, rulebook).map(({ id, title }) => ({ name: id, about: title }));
  const complaint = `No list of this name holds values of the type ${type}${operator === "not-in" ? " and is closed" : ""}. ${orNewer}`;
  return {
    type: "object",
    additionalProperties: false,
    required: ["list"],
    properties: { list: oneOfNames(names, complaint, "A list of lists.yaml.") },
  };
}
