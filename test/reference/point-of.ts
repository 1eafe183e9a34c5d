import type { Literal } from "../../engine/condition.ts";
import type { ScalarType } from "../../schemas/fact-types.ts";
import type { Reading } from "./known.ts";
import { sameValue } from "./same-value.ts";

/** The value, where there is but one that it can be. */
export function pointOf(reading: Reading, type: ScalarType): Literal | undefined {
  const [first, ...others] = reading?.claims ?? [];
  if (first === undefined || !("value" in first)) return undefined;
  return others.every((other) => "value" in other && sameValue(other.value, first.value, type))
    ? first.value
    : undefined;
}
