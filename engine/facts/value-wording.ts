import { limits } from "../../schemas/limits.ts";
import { formatMinute } from "../../schemas/values/timestamp.ts";
import type { Literal } from "../condition.ts";
import type { ScalarShape } from "../rulebook/rulebook.ts";
import { rangeOfAmounts, readableAmount } from "./amount-wording.ts";
import type { Claim, Reading } from "./reading.ts";

const notKnown = "(not known)";
/** Claims named one by one; the rest is counted. */
const namedClaims = 5;

/** A value as a person reads it: `-8 days`, `2026-11-20 14:05 UTC`, `none`. */
export function describeLiteral(literal: Literal, shape: ScalarShape): string {
  if (literal === null) return "none";
  if (typeof literal === "number")
    return shape.type === "timestamp" ? formatMinute(literal) : readableAmount(literal, shape.unit);
  return typeof literal === "string" ? shortened(literal) : String(literal);
}

/** What is known of a value: `A or B` where sources disagree, `between 3 and 7`, `(not known)`. */
export function describeReading(reading: Reading, shape: ScalarShape): string {
  if (!reading.known) return notKnown;
  const words = reading.claims.toSorted(byValue).map((claim) => describeClaim(claim, shape));
  return words.includes(null)
    ? notKnown
    : oneOf(counted([...new Set(words)].filter((word) => word !== null)));
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

function counted(words: readonly string[]): readonly string[] {
  const rest = words.length - namedClaims;
  return rest > 0 ? [...words.slice(0, namedClaims), `${rest} more`] : words;
}

/** null: the claim leaves everything open. */
function describeClaim(claim: Claim, shape: ScalarShape): string | null {
  if ("value" in claim) return describeLiteral(claim.value, shape);
  return shape.type === "timestamp"
    ? rangeOfInstants(claim.low, claim.high)
    : rangeOfAmounts(claim.low, claim.high, shape.unit);
}

function rangeOfInstants(low: number, high: number): string | null {
  if (low === -Infinity) return high === Infinity ? null : `not after ${formatMinute(high)}`;
  if (high === Infinity) return `not before ${formatMinute(low)}`;
  const [from, to] = [formatMinute(low), formatMinute(high)];
  return from === to ? from : `between ${from} and ${to}`;
}

/** Numbers by size, then everything else by code unit: the order of the sources has no say. */
function byValue(a: Claim, b: Claim): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  if (left.number !== right.number) return left.number < right.number ? -1 : 1;
  return left.text < right.text ? -1 : Number(left.text > right.text);
}

function sortKey(claim: Claim): { readonly number: number; readonly text: string } {
  if (!("value" in claim)) return { number: claim.low, text: String(claim.high) };
  return typeof claim.value === "number"
    ? { number: claim.value, text: "" }
    : { number: Infinity, text: String(claim.value) };
}

/** A text of a megabyte is a fact, but nothing to print; an empty one has to be seen. */
function shortened(text: string): string {
  if (text === "") return '""';
  if (text.length <= limits.printedCharacters) return text;
  const start = text.slice(0, limits.printedCharacters).replace(/[\uD800-\uDBFF]$/, "");
  return `${start}… (${text.length} characters)`;
}
