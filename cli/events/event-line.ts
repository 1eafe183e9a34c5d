import type { EventRecord } from "../../facts/formats/event-record.ts";
import { safeJson } from "../../reporters/safe-text.ts";

const plain = /^[ -~]*$/;

/** An event as one line of JSON, whatever it was read from; what the source does not hold is left out. */
export function eventLine(event: EventRecord): string {
  const { recordId, time, timeText, provider, eventId, level, channel, computer, data, message, ...others } =
    event;
  const first = { recordId, time, timeText, provider, eventId, level, channel, computer, data, message };
  const json = JSON.stringify({ ...first, ...others });
  // To look for what cannot be seen costs more than to make the line.
  return `${plain.test(json) ? json : safeJson(json)}\n`;
}
