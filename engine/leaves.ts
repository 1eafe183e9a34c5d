import type { Condition, Leaf } from "./condition.ts";

/** The tests of a condition, whatever groups they stand in; not those inside of a `where`. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(leavesOf);
    case "not":
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}
