import fc from "fast-check";
import type { Condition, Literal, Operand, Test } from "../../../engine/condition.ts";
import type { FactDefinition, ListDefinition, ScalarShape } from "../../../engine/rulebook/rulebook.ts";
import { type OperatorName, operators } from "../../../schemas/operators.ts";
import { durations, literals, parts, patterns } from "./values.ts";

/** What a condition may speak of. */
export interface Vocabulary {
  readonly facts: readonly FactDefinition[];
  readonly lists: Readonly<Record<string, ListDefinition>>;
  /** Rules of lower strata. */
  readonly rules: readonly string[];
  /** Filters on rows ask each field one simple thing, as nearly all of a pack do. */
  readonly plain?: boolean;
}

type Named = ScalarShape & { readonly id: string };

/** Names of facts or fields that a test may be about, and what it may refer to. */
interface Names {
  readonly subjects: readonly Named[];
  readonly facts: readonly Named[];
  readonly fields: readonly Named[];
  readonly lists: Vocabulary["lists"];
}

const scalarsOf = (facts: readonly FactDefinition[]): Named[] =>
  facts.filter((fact) => fact.kind === "scalar");

const fieldsOf = (facts: readonly FactDefinition[], list: string): Named[] => {
  const fact = facts.find(({ id }) => id === list);
  return fact?.kind === "list" ? Object.entries(fact.fields).map(([id, shape]) => ({ ...shape, id })) : [];
};

/** A condition on facts, rows and rules, at most four deep. */
export function condition(vocabulary: Vocabulary, depth = 3): fc.Arbitrary<Condition> {
  const facts = scalarsOf(vocabulary.facts);
  const leaves: fc.WeightedArbitrary<Condition>[] = [
    { weight: 5, arbitrary: test({ subjects: facts, facts, fields: [], lists: vocabulary.lists }) },
    { weight: 5, arbitrary: rowsTest(vocabulary) },
  ];
  if (vocabulary.rules.length > 0) leaves.push({ weight: 3, arbitrary: ruleTest(vocabulary.rules) });
  return nested(fc.oneof(...leaves), depth);
}

/** A condition on the fields of one row. */
export function where(vocabulary: Vocabulary, list: string, depth = 2): fc.Arbitrary<Condition> {
  const fields = fieldsOf(vocabulary.facts, list);
  if (vocabulary.plain === true) return plainWhere(fields);
  return nested(
    test({ subjects: fields, facts: scalarsOf(vocabulary.facts), fields, lists: vocabulary.lists }),
    depth,
  );
}

function plainWhere(fields: readonly Named[]): fc.Arbitrary<Condition> {
  return fc
    .subarray([...fields], { minLength: 1, maxLength: Math.min(3, fields.length) })
    .chain((asked) => fc.tuple(...asked.map(plainTest)))
    .map(
      ([first, ...others]): Condition =>
        first !== undefined && others.length === 0
          ? first
          : { kind: "all", of: first === undefined ? others : [first, ...others] },
    );
}

function plainTest({ id, type, values }: Named): fc.Arbitrary<Test> {
  const ordered = type === "timestamp" ? (["before", "after"] as const) : [];
  const literal = fc.constantFrom(...(values.length > 0 ? values : literals[type]));
  return fc.tuple(fc.constantFrom("is" as const, ...ordered), literal).map(([operator, value]) => ({
    kind: "test",
    subject: id,
    operator,
    operand: { kind: "values", values: [value] },
  }));
}

function nested(leaf: fc.Arbitrary<Condition>, depth: number): fc.Arbitrary<Condition> {
  if (depth === 0) return leaf;
  const inner = nested(leaf, depth - 1);
  const group = (kind: "all" | "any") =>
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((of): Condition => ({ kind, of }));
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 3, arbitrary: group("all") },
    { weight: 2, arbitrary: group("any") },
    { weight: 2, arbitrary: inner.map((of): Condition => ({ kind: "not", of })) },
  );
}

/** One test of the rows of a list. */
export function rowsTest(vocabulary: Vocabulary): fc.Arbitrary<Condition> {
  const lists = vocabulary.facts.filter(({ kind }) => kind === "list").map(({ id }) => id);
  return fc.constantFrom(...lists).chain((list) => {
    const filter = where(vocabulary, list);
    const some = fc.tuple(fc.constantFrom("some" as const, "none" as const), fc.option(filter, { freq: 9 }));
    return fc.oneof(
      { weight: 3, arbitrary: some.map(([kind, where]): Condition => ({ kind, list, where })) },
      {
        // What both filters of every ask of one field may leave no counterexample: there the reference sees further.
        weight: vocabulary.plain === true ? 0 : 1,
        arbitrary: fc
          .tuple(filter, filter)
          .map(([among, where]): Condition => ({ kind: "every", list, among, where })),
      },
    );
  });
}

function ruleTest(rules: readonly string[]): fc.Arbitrary<Condition> {
  return fc
    .tuple(fc.constantFrom(...rules), fc.constantFrom("matches" as const, "does-not-match" as const))
    .map(([rule, verdict]) => ({ kind: "rule", rule, verdict }));
}

function test(names: Names): fc.Arbitrary<Test> {
  return fc.constantFrom(...names.subjects).chain((subject) => {
    const fitting = operatorNames.filter((name) => name !== "known" && fits(name, subject, names));
    // Equality is what most rules ask.
    return fc.constantFrom<OperatorName>("is", ...fitting).chain((operator) =>
      fc.tuple(operand(operator, subject, names), fc.boolean()).map(
        ([right, exact]): Test => ({
          kind: "test",
          subject: subject.id,
          operator,
          operand: right,
          ...(exact && subject.type === "text" ? { exact } : {}),
        }),
      ),
    );
  });
}

const operatorNames = Object.keys(operators) as OperatorName[];

function fits(name: OperatorName, subject: Named, names: Names): boolean {
  const entry = operators[name];
  const isOfType = (entry.types as readonly string[]).includes(subject.type);
  if (entry.operand === "reference") return isOfType && references(subject, names).length > 0;
  if (entry.operand === "list") return isOfType && listsFor(subject, names).length > 0;
  return isOfType;
}

function operand(name: OperatorName, subject: Named, names: Names): fc.Arbitrary<Operand> {
  const entry = operators[name];
  const plain = plainOperand(name, subject, names);
  const others = references(subject, names);
  if (!entry.reference || others.length === 0) return plain;
  if (entry.operand === "reference") return fc.constantFrom(...others);
  return fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

function plainOperand(name: OperatorName, subject: Named, names: Names): fc.Arbitrary<Operand> {
  const values = (of: fc.Arbitrary<readonly Literal[]>) =>
    of.map((all): Operand => ({ kind: "values", values: all }));
  const literal = fc.constantFrom(...(subject.values.length > 0 ? subject.values : literals[subject.type]));
  switch (operators[name].operand) {
    case "value":
      return values(
        fc
          .oneof({ weight: 9, arbitrary: literal }, { weight: 1, arbitrary: noneFor(name, literal) })
          .map((v) => [v]),
      );
    case "values":
      return values(fc.array(literal, { minLength: 1, maxLength: 3 }));
    case "timestamp":
      return values(literal.map((value) => [value]));
    case "text":
      return values(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 2 }));
    case "pattern":
      return values(fc.constantFrom(...patterns).map((pattern) => [pattern]));
    case "duration":
      return fc
        .constantFrom(...durations)
        .map((milliseconds) => ({ kind: "duration", milliseconds, written: "some days" }));
    case "list":
      return fc.constantFrom(...listsFor(subject, names)).map((list) => ({ kind: "list", list }));
    case "yes-no":
      return fc.boolean().map((yes) => ({ kind: "yes-no", yes }));
    case "reference":
      return fc.constantFrom(...references(subject, names));
  }
}

const noneFor = (name: OperatorName, literal: fc.Arbitrary<string | number | boolean | null>) =>
  name === "is" || name === "is-not" ? fc.constant(null) : literal;

function references({ id, type }: Named, { facts, fields }: Names): Operand[] {
  return [
    ...facts
      .filter((other) => other.type === type && other.id !== id)
      .map((other): Operand => ({ kind: "fact", fact: other.id })),
    ...fields
      .filter((other) => other.type === type && other.id !== id)
      .map((other): Operand => ({ kind: "field", field: other.id })),
  ];
}

const listsFor = ({ type }: Named, { lists }: Names): string[] =>
  Object.values(lists)
    .filter((list) => list.type === type)
    .map(({ id }) => id);
