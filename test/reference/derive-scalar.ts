import type { Literal } from "../../engine/condition.ts";
import type { Claim } from "../../engine/facts/reading.ts";
import type { ListDefinition, ScalarDerivation } from "../../engine/rulebook/rulebook.ts";
import { hostMatches } from "../../schemas/values/host.ts";
import { hostPart, portPart } from "../../schemas/values/host-and-port.ts";
import { difference, percent, untilNow } from "./arithmetic.ts";
import { known, type Reading, type World } from "./known.ts";
import { sameValue } from "./same-value.ts";

/** Works on facts, and inside a list on fields of the row: `read` gives either. */
export function deriveScalar(
  derivation: ScalarDerivation,
  read: (name: string) => Reading,
  world: World,
): Reading {
  switch (derivation.kind) {
    case "difference":
      return ofTwo(read(derivation.from), read(derivation.minus), (a, b) =>
        difference(a, b, derivation.perUnit),
      );
    case "percent":
      return ofTwo(read(derivation.part), read(derivation.of), percent);
    case "days-until":
      return ofOne(read(derivation.of), (claim) => untilNow(claim, world.now));
    case "part": {
      const part = derivation.part === "host" ? hostPart : portPart;
      return ofOne(read(derivation.of), (claim) => ofValue(claim, (value) => part(String(value))));
    }
    case "looked-up": {
      const list = world.rulebook.lists[derivation.list];
      if (list === undefined) throw new Error(`There is no list ${derivation.list}.`);
      return ofOne(read(derivation.by), (claim) => ofValue(claim, (value) => lookUp(value, list)));
    }
  }
}

function ofOne(reading: Reading, work: (claim: Claim) => Claim[]): Reading {
  return reading && unlessEndless(reading.claims.flatMap(work));
}

function ofTwo(left: Reading, right: Reading, work: (a: Claim, b: Claim) => Claim[]): Reading {
  if (left === null || right === null) return null;
  return unlessEndless(left.claims.flatMap((a) => right.claims.flatMap((b) => work(a, b))));
}

/** Of a number that may be any number nothing is known. */
function unlessEndless(claims: readonly Claim[]): Reading {
  return claims.some((claim) => "low" in claim && claim.low === -Infinity && claim.high === Infinity)
    ? null
    : known(...claims);
}

const ofValue = (claim: Claim, work: (value: Literal) => Literal): Claim[] =>
  "value" in claim ? [{ value: claim.value === null ? null : work(claim.value) }] : [];

/** The longest entry that the value ends with, for hosts; else the entry that equals it. */
function lookUp(value: Literal, { entries, type }: ListDefinition): Literal {
  const hits = entries.filter((entry) =>
    type === "host" ? hostMatches(String(entry.value), String(value)) : sameValue(entry.value, value, type),
  );
  const [longest] = hits.toSorted((a, b) => String(b.value).length - String(a.value).length);
  return longest === undefined ? "other" : longest.is;
}
