import type { EventRecord } from "../../facts/formats/event-record.ts";
import { safeJson } from "../../reporters/safe-text.ts";

/** The properties in the order in which they are printed. */
const order: Readonly<Record<keyof EventRecord, true>> = {
  recordId: true,
  time: true,
  timeText: true,
  provider: true,
  eventId: true,
  level: true,
  channel: true,
  computer: true,
  data: true,
  userData: true,
  message: true,
  culture: true,
  providerGuid: true,
  qualifiers: true,
  version: true,
  task: true,
  opcode: true,
  keywords: true,
  activityId: true,
  processId: true,
  threadId: true,
  userSid: true,
};
const properties = Object.keys(order) as readonly (keyof EventRecord)[];

const plain = /^[ -~]*$/;

/** An event as one line of JSON, whatever it was read from; what the source does not hold is left out. */
export function eventLine(event: EventRecord): string {
  let json = "";
  for (const property of properties) {
    const value = event[property];
    if (value === undefined) continue;
    json += `${json === "" ? "{" : ","}"${property}":${JSON.stringify(value)}`;
  }
  // To look for what cannot be seen costs more than to make the line.
  return `${plain.test(json) ? json : safeJson(json)}}\n`;
}
