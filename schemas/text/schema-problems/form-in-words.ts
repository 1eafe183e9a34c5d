import type { Schema } from "./schema.ts";

const forms: ReadonlyMap<string, string> = new Map([
  ["^[a-z0-9]+(-[a-z0-9]+)*$", "Write lower-case letters and digits, words joined by dashes."],
  ["^[0-9]+\\.[0-9]+\\.[0-9]+$", 'Write three numbers with dots, in quotes, for example "1.4.0".'],
  ["^[a-z]{2}$", "Write the two letters of the language, for example en."],
  ["^https://", "It begins with https://."],
  ["^[0-9]{4}-[0-9]{2}-[0-9]{2}$", 'Write year, month and day, in quotes, for example "2026-03-13".'],
  ["^[0-9]+ days?$", "Write a number and days, for example 365 days."],
  [
    "^[0-9]+ (second|minute|hour|day)s?$",
    "Write a number and seconds, minutes, hours or days, for example 30 days.",
  ],
  ["^[0-9a-f]{64}$", "Write 64 lower-case hexadecimal digits."],
]);

/** The form that a schema asks for as an instruction; undefined where there is none, or none in words. */
export function formInWords({ pattern, minimum, exclusiveMinimum, maximum }: Schema): string | undefined {
  if (pattern !== undefined) return forms.get(pattern);
  const least =
    minimum === undefined
      ? exclusiveMinimum === undefined
        ? ""
        : `above ${exclusiveMinimum}`
      : `at least ${minimum}`;
  const most = maximum === undefined ? "" : `at most ${maximum}`;
  const bounds = [least, most].filter((bound) => bound !== "");
  return bounds.length === 0 ? undefined : `It is ${bounds.join(" and ")}.`;
}
