import type { Condition, Leaf, RowsTest } from "../condition.ts";
import type { KnownList, Row } from "../facts/reading.ts";
import type { Truth } from "../truth.ts";
import { allHold, allOf, anyHolds, negate } from "../truth.ts";
import type { Context, Scope } from "./context.ts";
import { boxesOf } from "./regions.ts";
import { testTruth } from "./test.ts";

/** How a condition comes out, by Kleene's strong logic. `leaf` decides the leaves; a caller may remember them. */
export function conditionTruth(condition: Condition, leaf: (leaf: Leaf) => Truth): Truth {
  switch (condition.kind) {
    case "all":
      return allHold(condition.of, (part) => conditionTruth(part, leaf));
    case "any":
      return anyHolds(condition.of, (part) => conditionTruth(part, leaf));
    case "not":
      return negate(conditionTruth(condition.of, leaf));
    default:
      return leaf(condition);
  }
}

/** How a leaf comes out: the very function that the operators of the rails call. */
export function leafTruth(leaf: Leaf, scope: Scope, context: Context): Truth {
  switch (leaf.kind) {
    case "test":
      return testTruth(leaf, scope, context);
    case "rule": {
      const verdict = context.verdict(leaf.rule);
      return verdict === "cannot-tell" ? "unknown" : verdict === leaf.verdict;
    }
    default:
      return rowsTruth(leaf, context);
  }
}

/** Says of the rows of a list, one after the other, whether they are there and fit. */
export function rowJudge(where: Condition | null, list: string, context: Context): (row: Row) => Truth {
  if (where === null) return ({ exists }) => exists;
  const { scope, lookAt } = rowScope(list, context);
  const decide = (leaf: Leaf): Truth => leafTruth(leaf, scope, context);
  return (row) => {
    lookAt(row);
    const truth = conditionTruth(where, decide);
    return row.exists === true || truth === false ? truth : "unknown";
  };
}

/** One scope for all rows of a list, because lists are long and every rule asks for each row. */
export interface RowScope {
  /** Of the row that was looked at last. */
  readonly scope: Scope;
  readonly lookAt: (row: Row) => void;
}

export function rowScope(list: string, context: Context): RowScope {
  const { fields } = context.listFact(list);
  let current: Row["fields"] = new Map();
  const scope: Scope = {
    reading(field) {
      const reading = current.get(field);
      if (reading === undefined) throw new Error(`The rows of ${list} have no field ${field}.`);
      return reading;
    },
    shape(field) {
      const shape = fields[field];
      if (shape === undefined) throw new Error(`The list ${list} has no field ${field}.`);
      return shape;
    },
    name: (field) => ({ fact: list, field }),
  };
  return {
    scope,
    lookAt(row) {
      current = row.fields;
    },
  };
}

function rowsTruth(leaf: RowsTest, context: Context): Truth {
  if (leaf.kind === "every") {
    return allOf([
      someRow(leaf.list, leaf.among, context),
      negate(someRow(leaf.list, counterexample(leaf), context)),
    ]);
  }
  const some = someRow(leaf.list, leaf.where, context);
  return leaf.kind === "some" ? some : negate(some);
}

/** A row that `every` speaks of, and that does not fit. */
export function counterexample({ among, where }: Extract<RowsTest, { kind: "every" }>): Condition {
  return { kind: "all", of: [among, { kind: "not", of: where }] };
}

/** Is there a row that fits? False only where every row that could fit was looked at. */
export function someRow(list: string, where: Condition | null, context: Context): Truth {
  const reading = context.list(list);
  if (!reading.known) return "unknown";
  const seen = anyHolds(reading.rows, rowJudge(where, list, context));
  if (seen !== false) return seen;
  return isSeenWhole(reading, list, where, context) ? false : "unknown";
}

export function isSeenWhole(
  reading: KnownList,
  list: string,
  where: Condition | null,
  context: Context,
): boolean {
  return reading.unseen(boxesOf(where, context.listFact(list), context)).length === 0;
}
