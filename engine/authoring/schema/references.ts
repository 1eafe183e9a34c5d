import type { ScalarType } from "../../../schemas/fact-types.ts";
import { type OperatorName, operators } from "../../../schemas/operators.ts";
import { oneOfNames } from "./names.ts";
import type { Schema } from "./schema.ts";
import { factNames, orNewer } from "./wording.ts";
import type { Ground, Workshop } from "./workshop.ts";

/** The types that can be compared with one another; text operators look for any text in any other. */
type Family = Exclude<ScalarType, "one-of"> | "searchable";

/** `{ fact: id }`, and where rows are tested `{ field: name }` too. */
export function reference(
  operator: OperatorName,
  type: ScalarType,
  ground: Ground,
  workshop: Workshop,
): Schema {
  const family = familyOf(operator, type);
  return workshop.shelf.put(`${ground}:reference:${family}`, () => ({
    type: "object",
    additionalProperties: false,
    // With a limit of one, an editor would offer nothing any more as soon as a letter is typed.
    minProperties: 1,
    properties: { fact: { ...factOf(family, workshop), description: "Another fact." }, ...fieldOf(ground) },
  }));
}

/** `{ fact: id }` behind a fact is short for same-as. */
export const shortReferences = (type: ScalarType, ground: Ground, workshop: Workshop): object => ({
  fact: {
    ...factOf(familyOf("same-as", type), workshop),
    description: "Equal to this other fact; short for same-as.",
  },
  ...fieldOf(ground),
});

const fieldOf = (ground: Ground): object =>
  ground === "facts" ? {} : { field: { type: "string", description: "Equal to another field of the row." } };

function familyOf(operator: OperatorName, type: ScalarType): Family {
  if (operators[operator].operand === "text") return "searchable";
  return type === "one-of" ? "text" : type;
}

function factOf(family: Family, { shelf, rulebook }: Workshop): Schema {
  return shelf.put(`fact-like:${family}`, () => {
    const facts = Object.values(rulebook.facts).filter(
      (fact) => fact.kind === "scalar" && belongs(fact.type, family),
    );
    return oneOfNames(factNames(facts), `No fact of this name can be compared with it. ${orNewer}`);
  });
}

const belongs = (type: ScalarType, family: Family): boolean =>
  family === "searchable"
    ? operators.contains.types.some((each) => each === type)
    : type === family || (family === "text" && type === "one-of");
