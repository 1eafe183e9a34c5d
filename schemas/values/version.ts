import { type Parsed, parsed, refused } from "./parsed.ts";

const form = /^\d{1,30}(?:\.\d{1,30}){0,7}$/;

/** Brings `1.05.4287` to `1.5.4287`: numbers without leading zeros, joined by dots. */
export function parseVersion(text: string): Parsed<string> {
  const trimmed = text.length > 400 ? "" : text.trim();
  if (!form.test(trimmed)) {
    return refused(
      "This is not a version; a version is one to eight numbers joined by dots, like 1.5.4287.0.",
    );
  }
  return parsed(trimmed.split(".").map(withoutLeadingZeros).join("."));
}

/**
 * Orders two versions in normal form number by number; a number that is missing counts as 0. Below zero if
 * `a` is older.
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split(".");
  const right = b.split(".");
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const order = compareNumerals(left[part] ?? "0", right[part] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}

const withoutLeadingZeros = (digits: string) => digits.replace(/^0+(?=\d)/, "");

// As texts, because a build number may be longer than a double can hold.
function compareNumerals(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
