import type { TestSource } from "../../../schemas/generated/types.ts";
import { type OperatorName, operators } from "../../../schemas/operators.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import { nearDurations, nearValues } from "./changed-values.ts";
import type { Edit } from "./edit.ts";
import { flowYaml } from "./flow-yaml.ts";
import type { Subjects } from "./subjects.ts";

/** A test in a condition. */
export interface TestPart {
  readonly name: string;
  readonly source: TestSource;
  readonly path: ValuePath;
  readonly shape: ScalarShape;
  /** The list whose rows it is about; null: it is about facts. */
  readonly rows: string | null;
}

/** What each operator is taken for: its opposite, and where there is one its neighbour. */
const flips: Record<OperatorName, readonly OperatorName[]> = {
  is: ["is-not"],
  "is-not": ["is"],
  "one-of": [],
  below: ["at-least", "at-most"],
  above: ["at-most", "at-least"],
  "at-least": ["below", "above"],
  "at-most": ["above", "below"],
  before: ["after"],
  after: ["before"],
  "within-last": [],
  contains: ["starts-with"],
  "starts-with": ["contains"],
  "ends-with": ["contains"],
  matches: [],
  in: ["not-in"],
  "not-in": ["in"],
  "same-as": ["differs-from"],
  "differs-from": ["same-as"],
  set: [],
  known: [],
};

/** Whose opposite no other operator is. */
const withoutOpposite: ReadonlySet<OperatorName> = new Set([
  "one-of",
  "contains",
  "starts-with",
  "ends-with",
  "matches",
  "within-last",
]);

/** Can only a not around it turn the test into its opposite? */
export function lacksOpposite(source: TestSource): boolean {
  if (Array.isArray(source)) return true;
  if (source === null || typeof source !== "object") return false;
  return namedOperators(source).some(([operator]) => withoutOpposite.has(operator));
}

export function testEdits(test: TestPart, subjects: Subjects): readonly Edit[] {
  const { source } = test;
  if (Array.isArray(source)) return alternativeEdits(source, test.path, test.shape);
  if (source === null || typeof source !== "object") return bareEdits(source, test);
  return [...shortEdits(source, test, subjects), ...operatorEdits(source, test, subjects)];
}

/** A bare value is short for is. The opposite of a boolean is its other value. */
function bareEdits(value: string | number | boolean | null, { path, shape }: TestPart): readonly Edit[] {
  const near = nearValues(value, shape).map((other) => replaced(path, value, other));
  if (typeof value === "boolean" && !shape.orNone) return near;
  const opposite: Edit = {
    path,
    change: { kind: "value", value: { "is-not": value } },
    words: `${flowYaml(value)} becomes { is-not: ${flowYaml(value)} }`,
  };
  return [opposite, ...near];
}

/** Alternatives: each left out, and each taken for another that the fact may have. */
function alternativeEdits(values: readonly unknown[], path: ValuePath, shape: ScalarShape): readonly Edit[] {
  if (values.length < 2)
    return values.flatMap((value) =>
      nearValues(value, shape).map((other) => replaced([...path, 0], value, other)),
    );
  const named = new Set(values.map((value) => String(value).toLowerCase()));
  const absent =
    shape.type === "one-of" ? shape.values.filter((value) => !named.has(value.toLowerCase())) : [];
  return values.flatMap((value, index): Edit[] => {
    const other = absent.length === 0 ? undefined : absent[index % absent.length];
    const gone: Edit = {
      path: [...path, index],
      change: { kind: "gone" },
      words: `${flowYaml(value)} left out`,
    };
    return other === undefined ? [gone] : [gone, replaced([...path, index], value, other)];
  });
}

type Operators = Exclude<TestSource, string | number | boolean | null | readonly unknown[]>;

/** The schema admits operators only. */
const namedOperators = ({ fact: _fact, field: _field, exact: _exact, ...named }: Operators) =>
  Object.entries(named) as [OperatorName, unknown][];

/** `{ fact: id }` by itself is short for same-as. */
function shortEdits(source: Operators, test: TestPart, subjects: Subjects): readonly Edit[] {
  const { fact, field } = source;
  if (fact === undefined && field === undefined) return [];
  const { fact: _fact, field: _field, ...others } = source;
  const reference = fact === undefined ? { field } : { fact };
  const opposite: Edit = {
    path: test.path,
    change: { kind: "value", value: { ...others, "differs-from": reference } },
    words: `${flowYaml(reference)} becomes { differs-from: ${flowYaml(reference)} }`,
  };
  return [opposite, ...referenceEdits(source, test.path, test, subjects)];
}

function operatorEdits(source: Operators, test: TestPart, subjects: Subjects): readonly Edit[] {
  const named = namedOperators(source);
  const exact: Edit[] =
    source.exact === undefined
      ? []
      : [{ path: [...test.path, "exact"], change: { kind: "gone" }, words: "left out" }];
  const isAlone = named.length === 1 && source.fact === undefined && source.field === undefined;
  return [
    ...exact,
    ...named.flatMap(([operator, operand]): Edit[] => {
      const path = [...test.path, operator];
      const flipped = flips[operator]
        .filter((other) => !Object.hasOwn(source, other))
        .map(
          (other): Edit => ({
            path,
            change: { kind: "key", key: other },
            words: `becomes ${other}`,
          }),
        );
      const gone: Edit[] = isAlone ? [] : [{ path, change: { kind: "gone" }, words: "left out" }];
      return [...flipped, ...gone, ...operandEdits(operator, operand, path, test, subjects)];
    }),
  ];
}

function operandEdits(
  operator: OperatorName,
  operand: unknown,
  path: ValuePath,
  test: TestPart,
  subjects: Subjects,
): readonly Edit[] {
  if (Array.isArray(operand)) return alternativeEdits(operand, path, test.shape);
  if (operand !== null && typeof operand === "object") return referenceEdits(operand, path, test, subjects);
  const kind = operators[operator].operand;
  if (kind === "duration")
    return nearDurations(String(operand)).map((other) => replaced(path, operand, other));
  const isConstant = kind === "value" || kind === "timestamp" || kind === "yes-no";
  return isConstant ? nearValues(operand, test.shape).map((other) => replaced(path, operand, other)) : [];
}

/** Another fact or field of the same type at the right side. */
function referenceEdits(
  reference: object,
  path: ValuePath,
  { name, rows }: TestPart,
  subjects: Subjects,
): readonly Edit[] {
  const taken = new Set([name]);
  return Object.entries(reference).flatMap(([key, meant]) => {
    if ((key !== "fact" && key !== "field") || typeof meant !== "string") return [];
    const other = subjects.otherThan(meant, key === "fact" ? null : rows, taken);
    return other === null ? [] : [replaced([...path, key], meant, other)];
  });
}

export function replaced(path: ValuePath, value: unknown, other: unknown): Edit {
  return {
    path,
    change: { kind: "value", value: other },
    words: `${flowYaml(value)} becomes ${flowYaml(other)}`,
  };
}
