import { type Reason, reasons } from "../../../schemas/fact-types.ts";
import type { UnknownEntry } from "../../../schemas/generated/types.ts";
import { joinOrigins } from "./join-origins.ts";

/** Somebody who looked and failed knows more about the reason than nobody. */
const rank = (reason: Reason): number =>
  reason === "not-collected" ? reasons.length : reasons.indexOf(reason);

/** Several files that could not give a fact, as one reason with all details. */
export function mergeUnknowns(unknowns: readonly UnknownEntry[]): UnknownEntry {
  const [first] = [...unknowns].sort((a, b) => rank(a.unknown) - rank(b.unknown));
  const reason = first?.unknown ?? "not-collected";
  const details = [
    ...new Set(unknowns.flatMap(({ detail }) => (detail === undefined ? [] : [detail]))),
  ].sort();
  const from = joinOrigins(unknowns.map(({ from }) => from));
  return {
    unknown: reason,
    ...(details.length > 0 && { detail: details.join(" ") }),
    ...(from.length > 0 && { from }),
  };
}
