import { hostPart, portPart } from "../../schemas/values/host-and-port.ts";
import { isNone, spanOf, textOf } from "../evaluate/compare-claims.ts";
import type { Context } from "../evaluate/context.ts";
import { entryFor } from "../evaluate/membership.ts";
import { collectionTime, doubts } from "../evaluate/missing.ts";
import { known, through, unknownFor } from "../facts/make-reading.ts";
import { distinctClaims } from "../facts/normal-form.ts";
import type { Claim, Reading } from "../facts/reading.ts";
import type { ScalarDerivation } from "../rulebook/rulebook.ts";

type Surroundings = Pick<Context, "lists" | "now">;
type Span = { readonly low: number; readonly high: number };

const day = 86_400_000;
const none: Claim = { value: null };

/** A value that follows from single values; `read` gives the facts, or the fields of the row, by name. */
export function deriveScalar(
  derivation: ScalarDerivation,
  read: (subject: string) => Reading,
  context: Surroundings,
): Reading {
  const subjects = subjectsOf(derivation);
  const readings = subjects.map(read);
  const missing = doubts(readings);
  const claims = combinations(readings);
  if (claims === null) return through(unknownFor(missing), subjects);
  const results = claims.map((each) => derivedClaim(derivation, each, context));
  const timed =
    derivation.kind === "days-until" && context.now.from !== context.now.to
      ? [...missing, collectionTime(context)]
      : missing;
  const certain = results.flatMap((claim) => claim ?? []);
  if (certain.length < results.length) return through(unknownFor(timed, "ambiguous"), subjects);
  return through(
    known(
      distinctClaims(certain),
      readings.flatMap(({ at }) => at),
      timed,
    ),
    subjects,
  );
}

export function subjectsOf(derivation: ScalarDerivation): string[] {
  switch (derivation.kind) {
    case "difference":
      return [derivation.from, derivation.minus];
    case "percent":
      return [derivation.part, derivation.of];
    case "looked-up":
      return [derivation.by];
    default:
      return [derivation.of];
  }
}

const mostCombinations = 256;

/** Every combination of the claims; null where a reading is unknown, or where they are too many to list. */
function combinations(readings: readonly Reading[]): Claim[][] | null {
  let result: Claim[][] = [[]];
  for (const reading of readings) {
    if (!reading.known || result.length * reading.claims.length > mostCombinations) return null;
    result = result.flatMap((each) => reading.claims.map((claim) => [...each, claim]));
  }
  return result;
}

/** null: nothing can be said. */
function derivedClaim(
  derivation: ScalarDerivation,
  [first = none, second = none]: readonly Claim[],
  context: Surroundings,
): Claim | null {
  switch (derivation.kind) {
    case "difference":
      return arithmetic(first, second, (a, b) => ({
        low: (a.low - b.high) / derivation.perUnit,
        high: (a.high - b.low) / derivation.perUnit,
      }));
    case "percent":
      return arithmetic(first, second, percent);
    case "days-until":
      return arithmetic(first, first, ({ low, high }) => ({
        low: (low - context.now.to) / day,
        high: (high - context.now.from) / day,
      }));
    case "part":
      return partOf(derivation.part, first);
    case "looked-up":
      return lookedUp(derivation.list, first, context);
  }
}

/** none if one of them is none; a range becomes a value where its ends meet. */
function arithmetic(a: Claim, b: Claim, compute: (a: Span, b: Span) => Span | null): Claim | null {
  if (isNone(a) || isNone(b)) return none;
  const [left, right] = [spanOf(a), spanOf(b)];
  const span = left && right ? compute(left, right) : null;
  if (span === null || Number.isNaN(span.low) || Number.isNaN(span.high)) return null;
  if (span.low === -Infinity && span.high === Infinity) return null;
  return span.low === span.high ? { value: span.low } : span;
}

function percent(part: Span, of: Span): Span | null {
  if (of.low <= 0 && of.high >= 0) return null;
  const corners = [part.low / of.low, part.low / of.high, part.high / of.low, part.high / of.high].map(
    (each) => 100 * each,
  );
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

function partOf(part: "host" | "port", claim: Claim): Claim | null {
  if (isNone(claim)) return none;
  const address = textOf(claim);
  if (address === null) return null;
  return { value: part === "host" ? hostPart(address) : portPart(address) };
}

function lookedUp(listId: string, claim: Claim, { lists }: Surroundings): Claim | null {
  const list = lists[listId];
  if (list === undefined) throw new Error(`There is no list ${listId}.`);
  if (isNone(claim)) return none;
  return "value" in claim ? { value: entryFor(list, claim)?.is ?? "other" } : null;
}
