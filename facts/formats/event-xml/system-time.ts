const pattern = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,12}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Windows counts time from 1601. */
const firstYear = 1601;

/**
 * `TimeCreated/@SystemTime` as ISO 8601 in UTC with seven digits of a second. Windows writes three, seven or
 * nine digits. Nothing for a time without an offset, which could be anywhere, or off the calendar.
 */
export function systemTime(text: string): string | undefined {
  const found = pattern.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "", sign, offsetHours, offsetMinutes] = found;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const instant = Date.parse(`${written}Z`);
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(written)) return undefined;
  if (Number(offsetHours ?? 0) > 14 || Number(offsetMinutes ?? 0) > 59) return undefined;
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * (sign === "-" ? -1 : 1);
  const utc = new Date(instant - offset * 60_000);
  if (utc.getUTCFullYear() < firstYear) return undefined;
  return `${utc.toISOString().slice(0, 19)}.${fraction.slice(0, 7).padEnd(7, "0")}Z`;
}
