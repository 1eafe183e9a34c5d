import { type Parsed, parsed, refused } from "./parsed.ts";

const form = /^(\d{1,9}) {0,8}(day|hour|minute|second)s?$/i;
const longestDays = 36_600;

const milliseconds: Record<string, number> = {
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1_000,
};

/** `30 days`, `12 hours`, `1 minute`, `90 seconds` as milliseconds. */
export function parseDuration(text: string): Parsed<number> {
  const trimmed = text.length > 200 ? "" : text.trim();
  const match = form.exec(trimmed);
  const unit = milliseconds[match?.[2]?.toLowerCase() ?? ""];
  if (match === null || unit === undefined) {
    return refused(
      "This is not a length of time; write a whole number and days, hours, minutes or seconds, like 30 days.",
    );
  }
  const length = Number(match[1]) * unit;
  if (length > longestDays * 86_400_000) return refused("A length of time is at most 100 years.");
  return parsed(length);
}
