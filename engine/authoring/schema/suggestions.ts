import type { ScalarType } from "../../../schemas/fact-types.ts";
import { type OperandKind, type OperatorName, operators } from "../../../schemas/operators.ts";
import type { ListDefinition, Rulebook, ScalarShape } from "../../rulebook/rulebook.ts";
import type { Schema } from "./schema.ts";
import { possibleValues } from "./values.ts";

/** What an editor offers behind a fact or field: its values where they are few, else ways to compare. */
export function testSuggestions(shape: ScalarShape, rulebook: Rulebook): readonly Schema[] {
  return [...valueSuggestions(shape), ...comparisons(shape, rulebook)];
}

/** The body is the value itself: an editor would put quotes around a text "true". */
export const valueSuggestions = (shape: ScalarShape): readonly Schema[] =>
  possibleValues(shape).map((value) => ({
    label: String(value),
    ...(value === "none" ? { description: "Somebody looked, and there is no such thing." } : {}),
    body: value,
  }));

/** A place in a snippet that the editor goes to, and what stands there at first. */
const hole = (text: string) => `$\{1:${text}}`;

/** What is written most for each kind of operand; where nothing stands the operator is offered as a key only. */
const placeholders: Partial<Record<OperandKind, string>> = {
  duration: hole("30 days"),
  timestamp: `"${hole("2026-11-20T08:30:00Z")}"`,
  text: hole("words"),
  list: "{ list: $1 }",
};

function comparisons({ type }: ScalarShape, rulebook: Rulebook): readonly Schema[] {
  if (type === "boolean" || type === "one-of") return [];
  return operatorsOf(type, rulebook).flatMap((name) => {
    const { operand, description } = operators[name];
    const isOrder = operand === "value" && operators[name].types.length < operators.is.types.length;
    const placeholder = isOrder ? ordered[type] : placeholders[operand];
    if (placeholder === undefined) return [];
    return [{ label: `{ ${name}: … }`, description, body: `{ ${name}: ${placeholder} }` }];
  });
}

const ordered: Partial<Record<ScalarType, string>> = { number: hole("0"), version: `"${hole("1.0")}"` };

/** The operators that can test the type in this pack: those that look a value up need a list of its type. */
export const operatorsOf = (type: ScalarType, rulebook: Rulebook): readonly OperatorName[] =>
  names.filter(
    (name) =>
      operators[name].types.some((each) => each === type) &&
      (operators[name].operand !== "list" || listsFor(name, type, rulebook).length > 0),
  );

/** Only of a closed list can anybody say that it does not have a value. */
export const listsFor = (
  operator: OperatorName,
  type: ScalarType,
  { lists }: Rulebook,
): readonly ListDefinition[] =>
  Object.values(lists).filter(
    (list) => list.type === type && (operator !== "not-in" || list.closedUntil !== null),
  );

// The keys of a constant table are all it has.
const names = Object.keys(operators) as OperatorName[];
