import { evtxEvents } from "../../events/evtx-events.ts";
import { eventFile } from "../events/event-file.ts";

/** A log of events as Windows keeps it; of any length. */
export const eventLog = eventFile(evtxEvents);
