import { xmlEvents } from "../../events/xml-events.ts";
import { eventFile } from "../events/event-file.ts";

/** Events that wevtutil or the Event Viewer wrote as XML; of any length. */
export const eventExport = eventFile(xmlEvents);
