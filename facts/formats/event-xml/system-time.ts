import { parseTimestamp } from "../../../schemas/values/timestamp.ts";

const pattern = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,12}))?(?:Z|([+-])(\d\d):(\d\d))$/;
/** Nearly all of them. Whether the minute exists is asked apart. */
const usual = /^(\d{4}-\d\d-\d\dT\d\d:\d\d):[0-5]\d\.\d{7}(?:\d\d)?Z$/;

/** Windows counts time from 1601. */
const firstYear = 1601;

/**
 * `TimeCreated/@SystemTime` as ISO 8601 in UTC with seven digits of a second. Windows writes three, seven or
 * nine digits. Nothing for a time without an offset, which could be anywhere, or off the calendar.
 */
export function systemTime(written: string): string | undefined {
  const text = written.trim();
  const minute = usual.exec(text)?.[1];
  if (minute !== undefined && instantOfMinute(minute) !== undefined) return `${text.slice(0, 27)}Z`;
  return unusualTime(text);
}

/** The same in milliseconds since 1970. */
export function systemInstant(written: string): number | undefined {
  const text = written.trim();
  const minute = usual.exec(text)?.[1];
  const start = minute === undefined ? undefined : instantOfMinute(minute);
  if (start !== undefined)
    return start + Number(text.slice(17, 19)) * 1_000 + Number(text.slice(20, 27)) / 10_000;
  const time = unusualTime(text);
  const parsed = time === undefined ? undefined : parseTimestamp(time);
  return parsed?.ok ? parsed.value.from : undefined;
}

/** Neighbouring events mostly share their minute. */
let lastMinute = "";
let lastInstant: number | undefined;

function instantOfMinute(minute: string): number | undefined {
  if (minute !== lastMinute) {
    lastMinute = minute;
    lastInstant = Number(minute.slice(0, 4)) < firstYear ? undefined : instantOf(`${minute}:00`);
  }
  return lastInstant;
}

/** Undefined for a time that is not on the calendar. */
function instantOf(written: string): number | undefined {
  const instant = Date.parse(`${written}Z`);
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(written)) return undefined;
  return instant;
}

function unusualTime(text: string): string | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "", sign, offsetHours, offsetMinutes] = found;
  const instant = instantOf(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
  if (instant === undefined) return undefined;
  if (Number(offsetHours ?? 0) > 14 || Number(offsetMinutes ?? 0) > 59) return undefined;
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * (sign === "-" ? -1 : 1);
  const utc = new Date(instant - offset * 60_000);
  if (utc.getUTCFullYear() < firstYear) return undefined;
  return `${utc.toISOString().slice(0, 19)}.${fraction.slice(0, 7).padEnd(7, "0")}Z`;
}
