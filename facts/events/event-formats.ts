import type { EventFileHead, EventFormat } from "./event-format.ts";
import { evtxEvents } from "./evtx-events.ts";
import { csvEvents, jsonEvents } from "./powershell-events.ts";
import { xmlEvents } from "./xml-events.ts";

/** Every format that holds events. No content is recognised by two of them. */
const formats: readonly EventFormat[] = [evtxEvents, xmlEvents, csvEvents, jsonEvents];

export function recogniseEvents(file: EventFileHead): EventFormat | undefined {
  return formats.find((format) => format.recognises(file));
}
