import type { ConditionSource } from "../../schemas/generated/types.ts";
import type { ValuePath } from "../../schemas/text/positions.ts";
import type { Condition } from "../condition.ts";
import { keyOf, type PackDocument, rootOf, type Spot } from "../rulebook/parse/document.ts";
import { placedLeaves } from "../trial/conditions/placed-leaves.ts";

/** A condition, and where it is written. */
export interface Site {
  readonly condition: Condition;
  readonly source: ConditionSource;
  readonly document: PackDocument;
  readonly path: ValuePath;
}

/** The key of the last leaf of a part of the condition; of the condition where that cannot be said. */
export function spotOfPart({ condition, source, document, path }: Site, part: Condition): Spot {
  const own = new Set<Condition>(leavesOf(part));
  const placed = placedLeaves(source, condition, path).findLast(({ leaf }) => own.has(leaf));
  return keyOf({ ...rootOf(document), path: placed?.path ?? path });
}

function leavesOf(condition: Condition): readonly Condition[] {
  if (condition.kind === "all" || condition.kind === "any") return condition.of.flatMap(leavesOf);
  return condition.kind === "not" ? leavesOf(condition.of) : [condition];
}
