import { contentOf, type DerValue, derTag } from "./der.ts";

/**
 * A time of a certificate as ISO 8601 in UTC, to the second. Strict, as RFC 5280, section 4.1.2.5 has it:
 * seconds and a `Z` are there, no fraction. Nothing for anything else, and for days that no calendar has.
 */
export function derTime(bytes: Uint8Array, value: DerValue): string | undefined {
  const text = new TextDecoder("latin1").decode(contentOf(bytes, value));
  const found = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const [, writtenYear = "", month, day, hour, minute, second] = found ?? [];
  const year = fullYear(writtenYear, value.tag);
  if (year === undefined) return undefined;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const instant = Date.parse(`${iso}Z`);
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(iso)) return undefined;
  return `${iso}Z`;
}

function fullYear(year: string, tag: number): string | undefined {
  if (tag === derTag.generalizedTime) return year.length === 4 ? year : undefined;
  if (tag !== derTag.utcTime || year.length !== 2) return undefined;
  return (Number(year) < 50 ? "20" : "19") + year;
}
