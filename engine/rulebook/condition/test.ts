import type { TestSource } from "../../../schemas/generated/types.ts";
import { type OperatorName, operators } from "../../../schemas/operators.ts";
import type { Operand, Test } from "../../condition.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import { quoted, typeInWords } from "../words.ts";
import { type OperandSource, operandOf } from "./operand.ts";
import { reference } from "./reference.ts";
import { type Scope, type Subject, subjectIn } from "./scope.ts";

/** The tests that stand behind the name of a fact or field; null for each that has a problem. */
export function testsOf(name: string, source: TestSource, spot: Spot, scope: Scope): (Test | null)[] {
  const shape = subjectIn(scope, name, { ...spot, isKey: true });
  if (shape === null) return [null];
  const subject = { name, shape };
  if (Array.isArray(source)) return [shortTest("one-of", source, subject, spot, scope)];
  if (source === null || typeof source !== "object") return [shortTest("is", source, subject, spot, scope)];
  return operatorTests(source, subject, spot, scope);
}

/** A bare value is short for is, a bare list for one-of. */
function shortTest(
  operator: "is" | "one-of",
  raw: OperandSource,
  subject: Subject,
  spot: Spot,
  scope: Scope,
): Test | null {
  const operand = operandOf(operator, raw, subject, spot, { scope, exact: false });
  return operand === null ? null : testWith(operator, operand, subject);
}

type OperatorsSource = Exclude<TestSource, string | number | boolean | null | readonly unknown[]>;

function operatorTests(source: OperatorsSource, subject: Subject, spot: Spot, scope: Scope): (Test | null)[] {
  const { fact, field, exact, ...named } = source;
  const short =
    fact === undefined && field === undefined ? [] : [shortReference({ fact, field }, subject, spot, scope)];
  const tests = entriesOf(named).map(([operator, raw]) => {
    const at = inside(spot, operator);
    if (!isPossible(operator, subject, { ...at, isKey: true }, scope)) return null;
    const operand = operandOf(operator, raw, subject, at, { scope, exact: exact === true });
    return operand === null ? null : testWith(operator, operand, subject);
  });
  const all = [...short, ...tests];
  return exact === undefined ? all : withExact(all, subject, keyOf(spot, "exact"), scope);
}

/** The schema admits operators only. */
const entriesOf = (named: object): [OperatorName, OperandSource][] =>
  Object.entries(named) as [OperatorName, OperandSource][];

const testWith = (operator: OperatorName, operand: Operand, { name }: Subject): Test => ({
  kind: "test",
  subject: name,
  operator,
  operand,
});

/** `{ fact: id }` by itself is short for same-as. */
function shortReference(
  source: { fact: string | undefined; field: string | undefined },
  subject: Subject,
  spot: Spot,
  scope: Scope,
): Test | null {
  const operand = reference("same-as", source, subject, spot, scope);
  return operand === null ? null : testWith("same-as", operand, subject);
}

function isPossible(
  operator: OperatorName,
  { name, shape }: Subject,
  spot: Spot,
  { may, rows, findings }: Scope,
): boolean {
  const types: readonly string[] = operators[operator].types;
  if (!types.includes(shape.type)) {
    const fitting = Object.entries(operators).flatMap(([each, entry]) =>
      [...entry.types].some((type) => type === shape.type) && each !== "known" ? [each] : [],
    );
    findings.problem(
      spot,
      "operator-does-not-fit",
      `${quoted(operator)} cannot test ${quoted(name)} (${typeInWords(shape)}).`,
      `Here one can use: ${fitting.join(", ")}.`,
    );
    return false;
  }
  if (operator === "known" && !may.known) {
    const hint =
      "It may stand in only-when of a fix step and in the flowchart. In a condition leave it out: what is not known decides nothing anyway.";
    findings.problem(
      spot,
      "known-not-here",
      `"known" cannot stand here, because a verdict would change by learning more.`,
      hint,
    );
    return false;
  }
  if (operator === "set" && !shape.orNone) {
    const hint = "Leave it out, or let the catalogue say or: none.";
    findings.warning(spot, "set-says-nothing", `${quoted(name)} is never none, so it is always set.`, hint);
  }
  return rows === null || operator !== "known";
}

function withExact(
  tests: readonly (Test | null)[],
  { name, shape }: Subject,
  spot: Spot,
  { findings }: Scope,
): (Test | null)[] {
  if (tests.length === 0) {
    findings.problem(
      spot,
      "operator-missing",
      `"exact" says how to compare, and nothing says with what.`,
      "Add an operator, for example contains or is.",
    );
    return [null];
  }
  if (shape.type !== "text" && shape.type !== "one-of") {
    const hint = "Leave exact out: values of this type are compared in their normal form.";
    findings.problem(
      spot,
      "exact-without-text",
      `${quoted(name)} is no text (${typeInWords(shape)}), so there is nothing to compare byte for byte.`,
      hint,
    );
    return [null];
  }
  return tests.map((test) => (test === null ? null : { ...test, exact: true }));
}
