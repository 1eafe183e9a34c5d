import type { ScalarType } from "../../schemas/fact-types.ts";
import { limits } from "../../schemas/limits.ts";
import { nearest } from "../../schemas/text/nearest.ts";
import { parseHost } from "../../schemas/values/host.ts";
import { parseHostAndPort } from "../../schemas/values/host-and-port.ts";
import type { Parsed } from "../../schemas/values/parsed.ts";
import { parsed, refused } from "../../schemas/values/parsed.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import { parseThumbprint } from "../../schemas/values/thumbprint.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import { parseVersion } from "../../schemas/values/version.ts";
import type { Literal } from "../condition.ts";
import type { ScalarShape } from "../rulebook/rulebook.ts";
import type { Claim } from "./reading.ts";

/** The normal form of a value that was claimed, or a sentence why it is not of the fact's type. */
export function normalForm(raw: unknown, shape: ScalarShape): Parsed<Claim> {
  if (raw === null || (raw === "none" && shape.type !== "text")) {
    return shape.orNone
      ? parsed({ value: null })
      : refused(`It says none, which it cannot be. ${instead(shape)}`);
  }
  return forms[shape.type](raw, shape);
}

const instead = ({ type, values }: ScalarShape): string =>
  type === "one-of" ? `It is one of: ${values.join(", ")}.` : "Leave it out where nobody looked.";

const value = (literal: Literal): Parsed<Claim> => parsed({ value: literal });

const fromText =
  (parse: (text: string) => Parsed<string>) =>
  (raw: unknown): Parsed<Claim> => {
    if (typeof raw !== "string") return refused("It is not a text; in YAML it may need quotes.");
    const result = parse(raw);
    return result.ok ? value(result.value) : result;
  };

const forms: Record<ScalarType, (raw: unknown, shape: ScalarShape) => Parsed<Claim>> = {
  boolean: (raw) => (typeof raw === "boolean" ? value(raw) : refused("It is neither true nor false.")),
  number: (raw) =>
    typeof raw === "number" && Number.isFinite(raw) ? value(raw) : refused("It is not a number."),
  text: fromText(parsed),
  "one-of": (raw, { values, alsoWritten }) => {
    if (typeof raw !== "string") return refused(`It is none of: ${values.join(", ")}.`);
    // Nearly always it is written as the catalogue writes it.
    const found = values.includes(raw) ? raw : values.find((each) => foldText(each) === foldText(raw));
    if (found !== undefined) return value(found);
    const word = foldText(raw);
    const meantBy = Object.hasOwn(alsoWritten, word) ? alsoWritten[word] : undefined;
    if (meantBy !== undefined) return value(meantBy);
    const [close] = nearest(raw, values, 1);
    const meant = close === undefined ? "" : ` Did you mean ${close}?`;
    return refused(`It is none of: ${values.join(", ")}.${meant}`);
  },
  timestamp: (raw) => {
    if (typeof raw !== "string")
      return refused("It is not a time; write it in quotes, ISO 8601 with offset.");
    const time = parseTimestamp(raw);
    if (!time.ok) return time;
    const { from, to } = time.value;
    return from === to ? value(from) : parsed({ low: from, high: to });
  },
  version: fromText(parseVersion),
  thumbprint: fromText(parseThumbprint),
  host: fromText((text) => parseHost(text)),
  "host-and-port": fromText(parseHostAndPort),
};

/** Are two values in normal form the same? Texts compare without regard to case and outer space. */
export function sameLiteral(a: Literal, b: Literal): boolean {
  return a === b || (typeof a === "string" && typeof b === "string" && foldText(a) === foldText(b));
}

/** Equal for two values of a type if they are the same: of texts the case does not count, of versions no zero at the end. */
export function sameness(value: Literal, type: ScalarType): Literal {
  if (typeof value !== "string") return value;
  return type === "version" ? value.replace(/(?:\.0){1,8}$/, "") : foldText(value);
}

/**
 * Claims without repetition, in an order that the order of the sources has no part in. Texts that differ in case only
 * stay apart, because `exact` tells them apart.
 */
export function distinctClaims(claims: readonly Claim[]): Claim[] {
  const byText = new Map<string, Claim>();
  for (const claim of claims) {
    const text = claimText(claim, (value) => value);
    byText.set(text, claim);
  }
  return [...byText]
    .sort(([a, x], [b, y]) => sizeOf(x) - sizeOf(y) || (a < b ? -1 : 1))
    .map(([, claim]) => claim);
}

/** Numbers come by size, and before everything else. */
function sizeOf(claim: Claim): number {
  const size = "value" in claim ? claim.value : claim.low;
  return typeof size === "number" ? Math.max(size, -Number.MAX_VALUE) : Number.MAX_VALUE;
}

export const tooManyClaims = `More than ${limits.claims} different values are claimed.`;

/** Do all claims say the same? */
export function inAgreement(claims: readonly Claim[], type: ScalarType): boolean {
  return new Set(claims.map((claim) => claimText(claim, (value) => sameness(value, type)))).size < 2;
}

/** Is it one value and no more? A time without an offset is a range. */
export function isCertain(claims: readonly Claim[], type: ScalarType): boolean {
  return inAgreement(claims, type) && claims.every((claim) => "value" in claim);
}

function claimText(claim: Claim, form: (value: Literal) => Literal): string {
  if (!("value" in claim)) return `${claim.low} to ${claim.high}`;
  const value = form(claim.value);
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
