import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import { systemTime } from "../event-xml/system-time.ts";

/** Where the day stands in a date whose year comes last: before the month or behind it. */
export type DateOrder = "day-first" | "month-first";

/** What a date in an export stands for. */
export type WrittenDate =
  /** ISO 8601 in UTC with seven digits of a second. */
  | { readonly kind: "instant"; readonly time: string }
  /** ISO 8601 without an offset. `shows`: the order that the date can be read in only. */
  | { readonly kind: "local"; readonly text: string; readonly shows?: DateOrder }
  /** Of two readings, both ISO 8601 without an offset, nobody can tell which is meant. */
  | { readonly kind: "two-ways"; readonly readings: Readonly<Record<DateOrder, string>> }
  | { readonly kind: "strange" };

const strange: WrittenDate = { kind: "strange" };
const longest = 60;

/** As `ConvertTo-Json` of Windows PowerShell writes it: milliseconds since 1970 in UTC. The offset behind them adds nothing. */
const jsonDate = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/;
const date = /^(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?[T ,]{1,2}(\S.{3,30})$/;
const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,7}))?)?(?: ?([AaPp])(?:[Mm]|\. ?[Mm]\.))?$/;

/**
 * A date as PowerShell writes it: with its offset, in the notation of JSON, or in the form of the country that Windows is
 * set to. A date with dots begins with the day in every country; with slashes or dashes it can begin with either.
 */
export function writtenDate(written: string): WrittenDate {
  const text = plain(written);
  const milliseconds = jsonDate.exec(text)?.[1];
  if (milliseconds !== undefined) return instant(new Date(Number(milliseconds)));
  const time = systemTime(text);
  if (time !== undefined) return { kind: "instant", time };
  const [, first = "", separator, second = "", third = "", rest = ""] = date.exec(text) ?? [];
  const ofDay = timeOfDay(rest);
  if (ofDay === undefined) return strange;
  if (first.length === 4) return local(first, second, third, ofDay);
  const dayFirst = local(third, second, first, ofDay);
  if (separator === ".") return dayFirst;
  const monthFirst = local(third, first, second, ofDay);
  if (dayFirst.kind !== "local")
    return monthFirst.kind === "local" ? { ...monthFirst, shows: "month-first" } : strange;
  if (monthFirst.kind !== "local") return { ...dayFirst, shows: "day-first" };
  if (dayFirst.text === monthFirst.text) return dayFirst;
  return { kind: "two-ways", readings: { "day-first": dayFirst.text, "month-first": monthFirst.text } };
}

/** Newer versions put narrow spaces before AM and PM, and some languages marks that cannot be seen. */
function plain(written: string): string {
  return written
    .slice(0, longest)
    .replace(/\p{Cf}/gu, "")
    .replace(/\p{Zs}/gu, " ")
    .trim();
}

/** Windows counts time from 1601; so many digits end before the year 9999. */
function instant(found: Date): WrittenDate {
  if (found.getUTCFullYear() < 1601) return strange;
  return { kind: "instant", time: `${found.toISOString().slice(0, -1)}0000Z` };
}

/** Other calendars count other years, and no Windows of this kind wrote events before these. */
const firstYear = 1993;
const lastYear = 2199;

function local(year: string, month: string, day: string, ofDay: string): WrittenDate {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${ofDay}`;
  const isLikely = year.length === 4 && Number(year) >= firstYear && Number(year) <= lastYear;
  return isLikely && parseTimestamp(text).ok ? { kind: "local", text } : strange;
}

function timeOfDay(text: string): string | undefined {
  const [, hours, minutes = "", seconds = "00", fraction, half] = clock.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const isTwelve = half !== undefined;
  if (isTwelve && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const isAfternoon = half?.toLowerCase() === "p";
  const hour = isTwelve ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  const rest = fraction === undefined ? "" : `.${fraction}`;
  return `${String(hour).padStart(2, "0")}:${minutes}:${seconds}${rest}`;
}
