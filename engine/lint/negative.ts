import type { Condition, RowsTest, Test } from "../condition.ts";

/** A leaf whose being false helps a condition to hold. */
export interface NegativeLeaf {
  /** A test that has to fail, or a search for rows that has to find none. */
  readonly leaf: Test | RowsTest;
  /** The rows that there must not be; null for all rows, and for a test. */
  readonly absent: Condition | null;
}

/** The leaves that have to be denied for a condition to hold: behind not, in none, and the strays of every. */
export function negativeLeaves(condition: Condition, isNegated = false): readonly NegativeLeaf[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((part) => negativeLeaves(part, isNegated));
    case "not":
      return negativeLeaves(condition.of, !isNegated);
    case "rule":
      return [];
    case "test":
      return isNegated ? [{ leaf: condition, absent: null }] : [];
    default:
      return ofRows(condition, isNegated);
  }
}

function ofRows(leaf: RowsTest, isNegated: boolean): readonly NegativeLeaf[] {
  const inside = (where: Condition | null, negated: boolean) =>
    where === null ? [] : negativeLeaves(where, negated);
  if (leaf.kind === "every") {
    if (isNegated) return [...inside(leaf.among, true), { leaf, absent: leaf.among }];
    const stray: Condition = { kind: "all", of: [leaf.among, { kind: "not", of: leaf.where }] };
    return [...inside(leaf.where, false), { leaf, absent: stray }];
  }
  const deniesRows = (leaf.kind === "none") !== isNegated;
  return [...inside(leaf.where, deniesRows), ...(deniesRows ? [{ leaf, absent: leaf.where }] : [])];
}
