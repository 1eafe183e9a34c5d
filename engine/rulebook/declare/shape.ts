import { type ScalarType, scalarTypes } from "../../../schemas/fact-types.ts";
import type { FactSource, FieldSource, ShortField } from "../../../schemas/generated/types.ts";
import { foldText } from "../../../schemas/values/text-equal.ts";
import type { Findings } from "../findings.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type { ScalarShape } from "../rulebook.ts";
import { didYouMean, quoted } from "../words.ts";

/** What a single value may be, as a fact or field declares it. */
export function shapeFrom(
  source: FactSource | FieldSource,
  type: ScalarType,
  spot: Spot,
  findings: Findings,
): ScalarShape {
  checkParts(source, type, spot, findings);
  return {
    type,
    values: type === "one-of" ? (source.values ?? []) : [],
    alsoWritten: type === "one-of" ? otherWords(source, spot, findings) : {},
    unit: type === "number" ? (source.unit ?? null) : null,
    orNone: source.or === "none",
    message: source.message === true,
  };
}

function otherWords(
  { values = [], "also-written": words = {} }: FactSource | FieldSource,
  spot: Spot,
  findings: Findings,
): Readonly<Record<string, string>> {
  const folded: Record<string, string> = {};
  for (const [word, value] of Object.entries(words)) {
    if (values.includes(value)) folded[foldText(word)] = value;
    else
      findings.problem(
        inside(spot, "also-written", word),
        "value-does-not-fit",
        `${quoted(value)} is not among the values.`,
        didYouMean(value, values, `Write one of: ${values.join(", ")}.`),
      );
  }
  return folded;
}

const needsType: Record<"values" | "also-written" | "unit" | "message", ScalarType> = {
  values: "one-of",
  "also-written": "one-of",
  unit: "number",
  message: "text",
};

function checkParts(
  source: FactSource | FieldSource,
  type: ScalarType,
  spot: Spot,
  findings: Findings,
): void {
  if (type === "one-of" && source.values === undefined) {
    findings.problem(
      keyOf(spot),
      "declaration-incomplete",
      "A one-of needs its values.",
      "Add values: and under it the list of words that it may be.",
    );
  }
  for (const [key, needed] of Object.entries(needsType)) {
    if (!Object.hasOwn(source, key) || type === needed) continue;
    findings.problem(
      keyOf(spot, key),
      "declaration-does-not-fit",
      `${quoted(key)} belongs to the type ${needed}, and this is of the type ${type}.`,
      `Leave it out, or change the type to ${needed}.`,
    );
  }
}

/** A field in full: a bare type and a bare list of values are short for it. */
export function fullField(field: ShortField): FieldSource {
  if (Array.isArray(field)) return { type: "one-of", values: field };
  return typeof field === "string" ? { type: field } : field;
}

export const isScalarType = (type: string): type is ScalarType => scalarTypes.some((each) => each === type);
