import type { ScalarType } from "../../schemas/fact-types.ts";
import type { OperatorName } from "../../schemas/operators.ts";
import { compareVersions } from "../../schemas/values/version.ts";
import type { Literal } from "../condition.ts";
import { sameLiteral } from "../facts/normal-form.ts";
import type { Claim } from "../facts/reading.ts";
import type { Truth } from "../truth.ts";
import { negate } from "../truth.ts";

type Ordering = Extract<OperatorName, "below" | "above" | "at-least" | "at-most" | "before" | "after">;

/** Are two possible values the same? Ranges are the same only if they are points, different only if apart. */
export function sameClaim(a: Claim, b: Claim, exact: boolean, type: ScalarType): Truth {
  if (type === "version")
    return isNone(a) || isNone(b) ? isNone(a) === isNone(b) : sameVersion(textOf(a), textOf(b));
  if ("value" in a && "value" in b) return exact ? a.value === b.value : sameLiteral(a.value, b.value);
  const [left, right] = [spanOf(a), spanOf(b)];
  if (left === null || right === null) return false;
  if (left.high < right.low || right.high < left.low) return false;
  return left.low === left.high && right.low === right.high ? true : "unknown";
}

/** 7.0 and 7.0.0 are one version. */
const sameVersion = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && compareVersions(a, b) === 0;

/** Ordering of numbers, versions and instants; false for none, which comes neither before nor after anything. */
export function orderedClaims(operator: Ordering, a: Claim, b: Claim, type: ScalarType): Truth {
  if (operator === "at-least") return orNone(a, b, negate(isBelow(a, b, type)));
  if (operator === "at-most") return orNone(a, b, negate(isBelow(b, a, type)));
  return operator === "below" || operator === "before" ? isBelow(a, b, type) : isBelow(b, a, type);
}

const orNone = (a: Claim, b: Claim, truth: Truth): Truth => (isNone(a) || isNone(b) ? false : truth);

export const isNone = (claim: Claim): boolean => "value" in claim && claim.value === null;

function isBelow(a: Claim, b: Claim, type: ScalarType): Truth {
  if (type === "version") {
    const [left, right] = [textOf(a), textOf(b)];
    return left !== null && right !== null && compareVersions(left, right) < 0;
  }
  const [left, right] = [spanOf(a), spanOf(b)];
  if (left === null || right === null) return false;
  if (left.high < right.low) return true;
  return left.low >= right.high ? false : "unknown";
}

/** A number or instant as a range; null for everything else. */
export function spanOf(claim: Claim): { readonly low: number; readonly high: number } | null {
  if (!("value" in claim)) return claim;
  return typeof claim.value === "number" ? { low: claim.value, high: claim.value } : null;
}

export function textOf(claim: Claim): string | null {
  const literal: Literal | undefined = "value" in claim ? claim.value : undefined;
  return typeof literal === "string" ? literal : null;
}
