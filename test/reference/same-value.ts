import type { Literal } from "../../engine/condition.ts";
import type { ScalarType } from "../../schemas/fact-types.ts";
import { sameText } from "../../schemas/values/text-equal.ts";
import { compareVersions } from "../../schemas/values/version.ts";

/** Whether two values in normal form are one. none equals only none. */
export function sameValue(a: Literal, b: Literal, type: ScalarType, exact = false): boolean {
  if (typeof a !== "string" || typeof b !== "string") return a === b;
  return type === "version" ? compareVersions(a, b) === 0 : sameText(a, b, exact);
}
