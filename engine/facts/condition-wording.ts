import { operators } from "../../schemas/operators.ts";
import { formatMinute, formatTimestamp } from "../../schemas/values/timestamp.ts";
import type { Condition, Literal, Operand, RowsTest, Test } from "../condition.ts";
import type { Rulebook, ScalarShape } from "../rulebook/rulebook.ts";
import { exactAmount } from "./amount-wording.ts";
import { describeLiteral, oneOf } from "./value-wording.ts";

type Lists = Rulebook["lists"];
type Fields = Readonly<Record<string, ScalarShape>>;

/** What a test asks for, to follow the name of the fact: `is below 0 days`. */
export function expectation(test: Test, shape: ScalarShape, lists: Lists): string {
  return phrase(test, shape, lists, false);
}

/** A `where` as words: `role is servicebus and failed-at is connect`. */
export function whereInWords(where: Condition, fields: Fields, lists: Lists): string {
  return inWords(where, { fields, lists, negated: false, inside: null });
}

interface Telling {
  readonly fields: Fields;
  readonly lists: Lists;
  readonly negated: boolean;
  /** The group around; another one inside it needs brackets. */
  readonly inside: "all" | "any" | null;
}

const plainText: ScalarShape = {
  type: "text",
  values: [],
  alsoWritten: {},
  unit: null,
  orNone: false,
  message: false,
};

function inWords(condition: Condition, telling: Telling): string {
  switch (condition.kind) {
    case "not":
      return inWords(condition.of, { ...telling, negated: !telling.negated });
    case "test": {
      const shape = Object.hasOwn(telling.fields, condition.subject)
        ? telling.fields[condition.subject]
        : undefined;
      return `${condition.subject} ${phrase(condition, shape ?? plainText, telling.lists, telling.negated)}`;
    }
    case "rule":
      return `${telling.negated ? "not: " : ""}${condition.rule} ${condition.verdict}`;
    case "all":
    case "any":
      return groupInWords(condition.of, condition.kind, telling);
    default:
      return rowsInWords(condition, telling);
  }
}

function groupInWords(parts: readonly Condition[], written: "all" | "any", telling: Telling): string {
  const other = written === "all" ? "any" : "all";
  const kind = telling.negated ? other : written;
  if (parts.length === 1) return parts.map((part) => inWords(part, telling)).join("");
  const words = parts.map((part) => inWords(part, { ...telling, inside: kind }));
  const joined = words.join(kind === "all" ? " and " : " or ");
  return telling.inside === null || telling.inside === kind ? joined : `(${joined})`;
}

function rowsInWords(test: RowsTest, telling: Telling): string {
  const row = { ...telling, negated: false, inside: null };
  const where = test.where === null ? "" : ` where ${inWords(test.where, row)}`;
  const among = test.kind === "every" ? ` among those where ${inWords(test.among, row)}` : "";
  return `${telling.negated ? "not: " : ""}${test.kind} of ${test.list}${among}${where}`;
}

function phrase(test: Test, shape: ScalarShape, lists: Lists, negated: boolean): string {
  if (test.operand.kind === "yes-no") return yesNo(test, test.operand.yes !== negated);
  const { says, saysNot } = operators[test.operator];
  const exact = test.exact === true ? ", byte for byte" : "";
  return `${negated ? saysNot : says} ${operandInWords(test, test.operand, shape, lists)}${exact}`;
}

function yesNo(test: Test, yes: boolean): string {
  if (test.operator === "known") return yes ? "is known" : "is not known";
  return yes ? "is set" : "is none";
}

function operandInWords(test: Test, operand: Operand, shape: ScalarShape, lists: Lists): string {
  switch (operand.kind) {
    case "values": {
      const words = operand.values.map((value) => constant(value, test, shape));
      return test.operator === "one-of" ? words.join(", ") : oneOf(words);
    }
    case "fact":
      return operand.fact;
    case "field":
      return operand.field;
    case "list":
      return `"${(Object.hasOwn(lists, operand.list) ? lists[operand.list]?.title : undefined) ?? operand.list}"`;
    case "duration":
      return operand.written;
    case "yes-no":
      return operand.yes ? "true" : "false";
  }
}

/** Unlike what was measured, what a rule asks for is never cut. */
function constant(value: Literal, test: Test, shape: ScalarShape): string {
  if (typeof value === "number" && shape.type === "timestamp")
    return value % 60_000 === 0 ? formatMinute(value) : formatTimestamp(value);
  if (typeof value === "number") return exactAmount(value, shape.unit);
  const isQuoted = shape.type === "text" || operators[test.operator].operand === "pattern";
  return typeof value === "string" && isQuoted ? `"${value}"` : describeLiteral(value, shape);
}
