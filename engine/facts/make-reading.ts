import type { Reason } from "../../schemas/fact-types.ts";
import type { Missing, Place } from "../../schemas/generated/types.ts";
import type { Literal } from "../condition.ts";
import type { Claim, Known, Reading, Unknown } from "./reading.ts";

export function known(
  claims: readonly Claim[],
  at: readonly Place[],
  missing: readonly Missing[] = [],
): Known {
  return { known: true, claims, at, through: [], missing };
}

export function exactly(value: Literal, at: readonly Place[] = []): Known {
  return known([{ value }], at);
}

/** Unknown for want of this fact itself. */
export function unknownFact(
  fact: string,
  reason: Reason,
  detail: string | null,
  at: readonly Place[] = [],
): Unknown {
  const missing: Missing = detail === null ? { fact, reason } : { fact, reason, detail };
  return { known: false, reason, detail, at, through: [], missing: [missing] };
}

/** Unknown for want of others. */
export function unknownFor(missing: readonly Missing[], reason: Reason = "not-collected"): Unknown {
  return { known: false, reason: missing[0]?.reason ?? reason, detail: null, at: [], through: [], missing };
}

/** The same reading, seen through the facts that it was derived from. */
export function through(reading: Reading, facts: readonly string[]): Reading {
  return { ...reading, through: [...new Set([...facts, ...reading.through])] };
}

/** The one value of a reading that leaves no doubt; undefined for everything else. */
export function onlyValue(reading: Reading | undefined): Literal | undefined {
  if (reading === undefined || !reading.known || reading.claims.length !== 1) return undefined;
  const [claim] = reading.claims;
  return claim !== undefined && "value" in claim ? claim.value : undefined;
}
