import type { EventLook, EventSelection } from "../formats/event-look.ts";
import { nameTest } from "./name-test.ts";

/** Which events a person asks for. A property that is left out asks for nothing; all that are given must hold. */
export interface EventFilter {
  readonly providers?: readonly string[];
  readonly eventIds?: readonly number[];
  readonly channels?: readonly string[];
  /** The first wanted instant, in milliseconds since 1970. */
  readonly since?: number;
  /** The last wanted instant. */
  readonly until?: number;
}

/** An event whose time is not known, or to an interval only, stays in where it could be meant. */
export function filterTest({ providers, eventIds, channels, since, until }: EventFilter): EventSelection {
  const isProvider = nameTest(providers);
  const isChannel = nameTest(channels);
  const ids = eventIds === undefined ? undefined : new Set(eventIds);
  return (look) =>
    (ids === undefined || (look.eventId !== undefined && ids.has(look.eventId))) &&
    isNotBefore(look, since) &&
    isNotAfter(look, until) &&
    isProvider(look.provider) &&
    isChannel(look.channel);
}

function isNotBefore({ instant, latest = instant }: EventLook, since: number | undefined): boolean {
  return since === undefined || latest === undefined || latest >= since;
}

function isNotAfter({ instant }: EventLook, until: number | undefined): boolean {
  return until === undefined || instant === undefined || instant <= until;
}
