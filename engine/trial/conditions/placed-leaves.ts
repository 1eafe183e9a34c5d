import type { ConditionSource, TestSource } from "../../../schemas/generated/types.ts";
import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { Condition, Leaf, RowsTest } from "../../condition.ts";
import { leavesOf } from "../../leaves.ts";
import { groupKeyOf } from "../../rulebook/condition/group-keys.ts";

/** A leaf of a condition, and where its author wrote it. */
export interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly path: ValuePath;
  /** The list whose rows it is about; null: it is about facts. */
  readonly rowsOf: string | null;
}

/**
 * The leaves of a condition in the order of their file, a test of rows before the tests inside of it. Walks the
 * condition and what it was compiled from side by side.
 */
export function placedLeaves(
  source: ConditionSource,
  condition: Condition,
  path: ValuePath,
  rowsOf: string | null = null,
): readonly PlacedLeaf[] {
  const group = groupKeyOf(source);
  switch (group) {
    case null:
      return paired(testsIn(source, path), condition, rowsOf);
    case "all":
    case "any": {
      const parts = (source[group] ?? []).map((part, index) => ({ part, path: [...path, group, index] }));
      return paired(parts, condition, rowsOf);
    }
    case "not":
      return paired([{ part: source.not ?? {}, path: [...path, "not"] }], inner(condition), rowsOf);
    case "ruled-out":
      return leavesOf(condition).map((leaf) => ({ leaf, path: [...path, group], rowsOf }));
    default:
      return rowLeaves(source, asRowsTest(condition), [...path, group], path);
  }
}

type Part = { readonly path: ValuePath; readonly part: ConditionSource | null };

/** One part stands for itself; several are the parts of the condition. A part without a source is a leaf. */
function paired(parts: readonly Part[], condition: Condition, rowsOf: string | null): PlacedLeaf[] {
  const compiled =
    parts.length === 1 ? [condition] : "of" in condition && condition.kind !== "not" ? condition.of : [];
  if (compiled.length !== parts.length) throw new Error("A condition does not belong to its source.");
  return parts.flatMap(({ part, path }, index) => {
    const own = compiled[index];
    if (own === undefined) return [];
    if (part !== null) return placedLeaves(part, own, path, rowsOf);
    return leavesOf(own).map((leaf) => ({ leaf, path, rowsOf }));
  });
}

function rowLeaves(
  { among, where }: ConditionSource,
  leaf: RowsTest,
  key: ValuePath,
  path: ValuePath,
): readonly PlacedLeaf[] {
  const within: PlacedLeaf[] = [{ leaf, path: key, rowsOf: null }];
  if (among !== undefined && leaf.kind === "every")
    within.push(...placedLeaves(among, leaf.among, [...path, "among"], leaf.list));
  if (where !== undefined && leaf.where !== null)
    within.push(...placedLeaves(where, leaf.where, [...path, "where"], leaf.list));
  return within;
}

/** The tests of a map of facts in the order in which they are compiled. */
function testsIn(source: ConditionSource, path: ValuePath): readonly Part[] {
  return Object.entries(source).flatMap(([name, test]) => {
    const at = [...path, name];
    // The schema admits tests only behind keys that are no groups.
    return operatorsIn(test as TestSource).map((operator) => ({
      part: null,
      path: operator === null ? at : [...at, operator],
    }));
  });
}

/** null: the value itself says how to compare. */
function operatorsIn(test: TestSource): readonly (string | null)[] {
  if (test === null || typeof test !== "object" || Array.isArray(test)) return [null];
  const { fact, field, exact: _, ...named } = test;
  const short = fact === undefined && field === undefined ? [] : [null];
  return [...short, ...Object.keys(named)];
}

function inner(condition: Condition): Condition {
  if (condition.kind !== "not") throw new Error("A condition does not belong to its source.");
  return condition.of;
}

function asRowsTest(condition: Condition): RowsTest {
  if (condition.kind === "some" || condition.kind === "none" || condition.kind === "every") return condition;
  throw new Error("A condition does not belong to its source.");
}
