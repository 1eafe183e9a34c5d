import type { Missing } from "../../schemas/generated/types.ts";
import { canonicalJson } from "./canonical-json.ts";
import { byCodeUnit } from "./code-unit-order.ts";

/** Each once, in an order that does not depend on who looked first. */
export function sortedMissing(missing: readonly Missing[]): Missing[] {
  const unique = new Map(missing.map((one) => [canonicalJson([one.fact, one]), one]));
  return [...unique].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, one]) => one);
}
