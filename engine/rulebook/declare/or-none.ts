import type { Derivation } from "../../../schemas/generated/types.ts";
import { operandsOf } from "./dependencies.ts";

/** Can a derived value be none although its declaration does not say so? It is where an operand is. */
export function canBeNone(
  derived: Derivation | undefined,
  isNonePossible: (name: string) => boolean,
): boolean {
  if (
    derived === undefined ||
    "cases" in derived ||
    "count" in derived ||
    "match-up" in derived ||
    "pick" in derived
  )
    return false;
  // Of no rows at all there is no smallest, and an address may have no port.
  if ("smallest" in derived || "largest" in derived) return true;
  if ("part" in derived && derived.part === "port") return true;
  return operandsOf(derived).some(isNonePossible);
}
