import { type OperatorName, operators } from "../../../schemas/operators.ts";
import type { Operand } from "../../condition.ts";
import { inside, type Spot } from "../parse/document.ts";
import type { ScalarShape } from "../rulebook.ts";
import { quoted, typeInWords } from "../words.ts";
import { fieldOf, type Scope, type Subject, singleFact } from "./scope.ts";

/** `{ fact: id }` or `{ field: name }`. */
export function reference(
  operator: OperatorName,
  source: { readonly fact?: string | undefined; readonly field?: string | undefined },
  subject: Subject,
  spot: Spot,
  scope: Scope,
): Operand | null {
  const { fact, field } = source;
  if (fact !== undefined && field !== undefined) {
    scope.findings.problem(
      spot,
      "reference-unclear",
      "A reference names both a fact and a field.",
      "Keep the one that is meant.",
    );
    return null;
  }
  if (fact !== undefined) {
    const shape = singleFact(scope, fact, inside(spot, "fact"));
    return shape !== null &&
      areComparable(operator, subject, { name: fact, shape }, inside(spot, "fact"), scope)
      ? { kind: "fact", fact }
      : null;
  }
  if (field === undefined) return null;
  const shape = fieldInRows(field, inside(spot, "field"), scope);
  return shape !== null &&
    areComparable(operator, subject, { name: field, shape }, inside(spot, "field"), scope)
    ? { kind: "field", field }
    : null;
}

function fieldInRows(field: string, spot: Spot, scope: Scope): ScalarShape | null {
  if (scope.rows !== null) return fieldOf(scope, scope.rows, field, spot);
  scope.findings.problem(
    spot,
    "field-outside-rows",
    `There is no row here whose field ${quoted(field)} could be meant.`,
    "Outside of where, name a fact: { fact: name }.",
  );
  return null;
}

function areComparable(
  operator: OperatorName,
  left: Subject,
  right: Subject,
  spot: Spot,
  { findings }: Scope,
): boolean {
  const isTextSearch = operators[operator].operand === "text";
  if (isTextSearch ? !searchable.has(right.shape.type) : family(left.shape) !== family(right.shape)) {
    const message = `${quoted(left.name)} (${typeInWords(left.shape)}) cannot be compared with ${quoted(right.name)} (${typeInWords(right.shape)}).`;
    findings.problem(spot, "types-differ", message, "Compare values of the same type.");
    return false;
  }
  const [a, b] = [left.shape.unit, right.shape.unit];
  if (a === null || b === null || a === b) return true;
  findings.problem(
    spot,
    "units-differ",
    `${quoted(left.name)} is in ${a}, ${quoted(right.name)} in ${b}.`,
    "Let the catalogue give both in one unit.",
  );
  return false;
}

const searchable: ReadonlySet<string> = new Set(operators.contains.types);

/** A one-of is a text whose values are named. */
const family = ({ type }: ScalarShape): string => (type === "one-of" ? "text" : type);
