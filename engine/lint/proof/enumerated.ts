import type { Literal, Test } from "../../condition.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import { holdsFor } from "./holds.ts";
import type { Ways } from "./variable.ts";

/** A boolean or one-of: one way a value. */
export function enumeratedWays(shape: ScalarShape, tests: readonly Test[]): Ways {
  const values: Literal[] = shape.type === "boolean" ? [true, false] : [...shape.values];
  if (shape.orNone) values.push(null);
  return values.map((value) => tests.map((test) => holdsFor(test, value, shape.type)));
}
