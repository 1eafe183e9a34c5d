import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import type { EventRecord } from "./event-record.ts";

/** What decides whether an event is wanted. Readers find it at a fraction of what the whole event costs. */
export interface EventLook
  extends Pick<EventRecord, "recordId" | "provider" | "eventId" | "channel" | "computer"> {
  /** Milliseconds since 1970, exact to the microsecond. */
  readonly instant?: number;
  /** Where the time is known to an interval only: its end, and `instant` is its beginning. */
  readonly latest?: number;
}

/** What formats that Windows itself writes tell of every event. */
export type WholeLook = Required<Omit<EventLook, "latest">>;

/** Sees every event before it is decoded; false passes it over. */
export type EventSelection = (look: EventLook) => boolean;

/** Of an event whose number is not to be relied on. */
export function withoutNumber({ recordId: _, ...others }: EventLook): EventLook {
  return others;
}

export function lookAt(event: EventRecord): EventLook {
  const { recordId, provider, eventId, channel, computer, time, timeText } = event;
  const written = time ?? timeText;
  const parsed = written === undefined ? undefined : parseTimestamp(written);
  const { from, to } = parsed?.ok ? parsed.value : {};
  return {
    ...(recordId !== undefined && { recordId }),
    ...(provider !== undefined && { provider }),
    ...(eventId !== undefined && { eventId }),
    ...(channel !== undefined && { channel }),
    ...(computer !== undefined && { computer }),
    ...(from !== undefined && { instant: from }),
    ...(to !== undefined && to !== from && { latest: to }),
  };
}
