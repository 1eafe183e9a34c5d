import type { Condition, Leaf, RowsTest } from "../condition.ts";
import type { KnownList, Row } from "../facts/reading.ts";
import type { Truth } from "../truth.ts";
import { allOf, anyOf, negate } from "../truth.ts";
import type { Context, Scope } from "./context.ts";
import { boxesOf } from "./regions.ts";
import { testTruth } from "./test.ts";

/** How a condition comes out, by Kleene's strong logic. `leaf` decides the leaves; a caller may remember them. */
export function conditionTruth(condition: Condition, leaf: (leaf: Leaf) => Truth): Truth {
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map((part) => conditionTruth(part, leaf)));
    case "any":
      return anyOf(condition.of.map((part) => conditionTruth(part, leaf)));
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

/** A condition on one row. */
export function rowTruth(where: Condition | null, row: Row, list: string, context: Context): Truth {
  if (where === null) return true;
  const scope = rowScope(row, list, context);
  return conditionTruth(where, (leaf) => leafTruth(leaf, scope, context));
}

export function rowScope(row: Row, list: string, context: Context): Scope {
  const { fields } = context.listFact(list);
  return {
    reading(field) {
      const reading = row.fields.get(field);
      if (reading === undefined) throw new Error(`The rows of ${list} have no field ${field}.`);
      return reading;
    },
    shape(field) {
      const shape = fields[field];
      if (shape === undefined) throw new Error(`The list ${list} has no field ${field}.`);
      return shape;
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
  const seen = anyOf(reading.rows.map((row) => allOf([row.exists, rowTruth(where, row, list, context)])));
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
