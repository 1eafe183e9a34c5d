import type { Condition } from "../condition.ts";
import { both } from "./proof/formula.ts";
import { never } from "./proof/satisfiable.ts";
import { type Known, openSpace } from "./proof/space.ts";

/** More parts than these are not told apart. */
const mostParts = 16;

/**
 * Conditions that are proved never to hold together: as few of them as it takes. null where they can, or where that
 * cannot be proved. The first ones are kept as long as possible, so that the last ones are what is told.
 */
export function conflictAmong(conditions: readonly Condition[], known: Known): readonly Condition[] | null {
  const parts = conditions.flatMap(conjuncts);
  if (!neverTogether(parts, known)) return null;
  if (parts.length > mostParts) return parts;
  let needed = parts;
  for (const part of parts) {
    const fewer = needed.filter((each) => each !== part);
    if (fewer.length > 0 && neverTogether(fewer, known)) needed = fewer;
  }
  return needed;
}

export function neverTogether(conditions: readonly Condition[], known: Known): boolean {
  if (known.effort.left <= 0) return false;
  const space = openSpace(known);
  return never(both(...conditions.map(space.read)), known.effort);
}

/** The parts that all have to hold. */
function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === "all" ? condition.of.flatMap(conjuncts) : [condition];
}
