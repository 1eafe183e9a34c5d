import { calendarDay, daysInMonth, daysSinceEpoch } from "./calendar.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/**
 * An instant, or the interval that a text without an offset leaves open, both ends included. Milliseconds
 * since 1970-01-01T00:00Z as a double: exact to the microsecond in this century (a double cannot hold the
 * seventh digit that Windows writes; `text` keeps it).
 */
export interface Timestamp {
  readonly from: number;
  /** Equal to `from` for a text that names its offset. */
  readonly to: number;
  /** As it was written, without outer space. */
  readonly text: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** No place on earth is further from UTC. */
const widestOffset = 14 * hour;

const earliest = daysSinceEpoch({ year: 1, month: 1, day: 1 }) * day;
const latest = daysSinceEpoch({ year: 10_000, month: 1, day: 1 }) * day - 1;

const form =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([Zz]|[+-]\d{2}:?\d{2}))?)?$/;

const expected = "write it like 2026-11-20T14:05:07Z or 2026-11-20 14:05 +01:00";

/** Reads ISO 8601. A date alone is the whole day; without an offset the instant is known to ±14 hours only. */
export function parseTimestamp(text: string): Parsed<Timestamp> {
  const trimmed = text.length > 200 ? "" : text.trim();
  const match = form.exec(trimmed);
  if (!match) return refused(`This is not a date and time that can be read for certain; ${expected}.`);
  const [, year = "", month = "", dayOfMonth = "", hours, minutes = "0", seconds = "0", fraction, offset] =
    match;

  const start = dayStart(Number(year), Number(month), Number(dayOfMonth));
  if (!start.ok) return start;
  if (hours === undefined) return parsed(interval(start.value, start.value + day, trimmed));

  const time = timeOfDay(Number(hours), Number(minutes), Number(seconds));
  if (!time.ok) return time;
  const local = start.value + time.value + (fraction === undefined ? 0 : Number(`0.${fraction}`) * 1_000);
  return offset === undefined ? parsed(interval(local, local, trimmed)) : atOffset(local, offset, trimmed);
}

function dayStart(year: number, month: number, dayOfMonth: number): Parsed<number> {
  if (year < 1) return refused("There is no year 0; years run from 0001 to 9999.");
  if (month < 1 || month > 12)
    return refused("The month is not between 01 and 12; write the year, then the month, then the day.");
  const days = daysInMonth(year, month);
  if (dayOfMonth < 1 || dayOfMonth > days)
    return refused(`There is no such day: that month has ${days} days.`);
  return parsed(daysSinceEpoch({ year, month, day: dayOfMonth }) * day);
}

function timeOfDay(hours: number, minutes: number, seconds: number): Parsed<number> {
  if (hours > 23 || minutes > 59 || seconds > 59) {
    return refused(
      "There is no such time of day: hours run from 00 to 23, minutes and seconds from 00 to 59.",
    );
  }
  return parsed(hours * hour + minutes * minute + seconds * 1_000);
}

function atOffset(local: number, offset: string, text: string): Parsed<Timestamp> {
  const digits = offset.replace(":", "");
  const isUtc = digits === "Z" || digits === "z";
  const minutes = isUtc ? 0 : Number(digits.slice(3));
  const distance = isUtc ? 0 : Number(digits.slice(1, 3)) * hour + minutes * minute;
  if (minutes > 59 || distance > widestOffset)
    return refused("The offset from UTC is not between -14:00 and +14:00.");
  const instant = digits.startsWith("-") ? local + distance : local - distance;
  // .NET writes 9999-12-31T23:59:59.9999999Z for "never", which a double rounds up into the year 10000.
  if (instant < earliest || instant > latest + 1)
    return refused("The instant lies outside the years 0001 to 9999.");
  const kept = Math.min(instant, latest);
  return parsed({ from: kept, to: kept, text });
}

function interval(localFrom: number, localTo: number, text: string): Timestamp {
  return {
    from: Math.max(earliest, localFrom - widestOffset),
    to: Math.min(latest, localTo + widestOffset),
    text,
  };
}

const padded = (value: number, width: number) => String(value).padStart(width, "0");

/** `2026-11-20T14:05:07Z`, with as much of the fraction as the number holds: at most six digits. */
export function formatTimestamp(milliseconds: number): string {
  const whole = Math.floor(milliseconds);
  const microseconds = Math.round((milliseconds - whole) * 1_000);
  const rounded = microseconds === 1_000 ? whole + 1 : whole;
  const { date, clock, millisecond } = inUtc(rounded);
  const fraction = (padded(millisecond, 3) + padded(microseconds % 1_000, 3)).replace(/0{1,6}$/, "");
  return `${date}T${clock}${fraction === "" ? "" : `.${fraction}`}Z`;
}

/** `2026-11-20 14:05 UTC`; the seconds are cut, not rounded. */
export function formatMinute(milliseconds: number): string {
  const { date, clock } = inUtc(Math.floor(milliseconds));
  return `${date} ${clock.slice(0, 5)} UTC`;
}

function inUtc(milliseconds: number): { date: string; clock: string; millisecond: number } {
  const days = Math.floor(milliseconds / day);
  const rest = milliseconds - days * day;
  const { year, month, day: dayOfMonth } = calendarDay(days);
  const hours = padded(Math.floor(rest / hour), 2);
  const minutes = padded(Math.floor(rest / minute) % 60, 2);
  const seconds = padded(Math.floor(rest / 1_000) % 60, 2);
  return {
    date: `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`,
    clock: `${hours}:${minutes}:${seconds}`,
    millisecond: rest % 1_000,
  };
}
