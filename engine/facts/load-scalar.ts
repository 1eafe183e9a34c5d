import type { FactEntry, ValueEntry } from "../../schemas/generated/types.ts";
import { limits } from "../../schemas/limits.ts";
import type { ScalarFact } from "../rulebook/rulebook.ts";
import { known, unknownFact } from "./make-reading.ts";
import { distinctClaims, isCertain, normalForm, tooManyClaims } from "./normal-form.ts";
import { joinPlaces, placesOf } from "./places.ts";
import type { Claim, Reading } from "./reading.ts";

/** A fact file's entry about a single value, in its normal form. `warn` takes sentences for people. */
export function loadScalar(fact: ScalarFact, entry: FactEntry, warn: (message: string) => void): Reading {
  if ("unknown" in entry)
    return unknownFact(fact.id, entry.unknown, entry.detail ?? null, placesOf(entry.from));
  if ("value" in entry) return fromClaims(fact, [entry], warn);
  if ("conflict" in entry) return fromClaims(fact, entry.conflict, warn);
  warn(`The fact ${fact.id} is a single value, but the file gives it rows. It counts as not known.`);
  return unknownFact(fact.id, "wrong-type", "It is given as rows.", placesOf(entry.from));
}

function fromClaims(
  fact: ScalarFact,
  entries: readonly ValueEntry[],
  warn: (message: string) => void,
): Reading {
  const claims: Claim[] = [];
  const whyNot: string[] = [];
  for (const { value } of entries) {
    const form = normalForm(value, fact);
    if (form.ok) claims.push(form.value);
    else whyNot.push(form.why);
  }
  for (const why of whyNot) warn(`The value of the fact ${fact.id} was set aside: ${why}`);
  const at = joinPlaces(entries.flatMap(({ from }) => placesOf(from)));
  // A claim that cannot be read may be the right one, so nothing is decided by the others alone.
  if (whyNot.length > 0) return unknownFact(fact.id, "wrong-type", whyNot[0] ?? null, at);
  const distinct = distinctClaims(claims);
  if (distinct.length > limits.claims) return unknownFact(fact.id, "ambiguous", tooManyClaims, at);
  const doubt = isCertain(distinct, fact.type) ? [] : [{ fact: fact.id, reason: "ambiguous" as const }];
  return known(distinct, at, doubt);
}
