import type { EventRecord } from "../event-record.ts";
import type { Filetime } from "./filetime.ts";
import { isBefore, parseFiletime } from "./filetime.ts";

/** Which events are wanted. A property that is left out asks for nothing; all that are given must hold. */
export interface EvtxFilter {
  /** Upper and lower case of A to Z are the same, as they are for Windows. */
  readonly providers?: readonly string[];
  readonly eventIds?: readonly number[];
  /** The first wanted instant, `2026-11-20T14:05:07.1234567Z`; fewer digits of a second will do. */
  readonly since?: string;
  /** The last wanted instant. */
  readonly until?: string;
}

/** The filter in the form it is tested in. */
export interface WantedEvents {
  /** In lower case. */
  readonly providers: readonly string[] | undefined;
  readonly eventIds: ReadonlySet<number> | undefined;
  readonly since: Filetime | undefined;
  readonly until: Filetime | undefined;
}

/** Throws when `since` or `until` is not a time in UTC: whoever takes them from a person checks them first. */
export function compileFilter(filter: EvtxFilter): WantedEvents {
  return {
    providers: filter.providers?.map(lowerCase),
    eventIds: filter.eventIds === undefined ? undefined : new Set(filter.eventIds),
    since: filter.since === undefined ? undefined : filetimeOf(filter.since),
    until: filter.until === undefined ? undefined : filetimeOf(filter.until),
  };
}

export const asksForNothing = (filter: EvtxFilter): boolean =>
  Object.values(filter).every((asked) => asked === undefined);

export const lowerCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export function isWantedTime(wanted: WantedEvents, time: Filetime): boolean {
  if (wanted.since !== undefined && isBefore(time, wanted.since)) return false;
  return wanted.until === undefined || !isBefore(wanted.until, time);
}

/** The test on an event that is decoded. An event without the property that is asked for is not wanted. */
export function isWanted(wanted: WantedEvents, { provider, eventId, time }: EventRecord): boolean {
  if (wanted.providers !== undefined && !wanted.providers.includes(lowerCase(provider ?? ""))) return false;
  if (wanted.eventIds !== undefined && (eventId === undefined || !wanted.eventIds.has(eventId))) return false;
  if (wanted.since === undefined && wanted.until === undefined) return true;
  const instant = time === undefined ? undefined : parseFiletime(time);
  return instant !== undefined && isWantedTime(wanted, instant);
}

function filetimeOf(time: string): Filetime {
  const filetime = parseFiletime(time);
  if (filetime === undefined) throw new RangeError(`"${time}" is not a time in UTC since 1601`);
  return filetime;
}
