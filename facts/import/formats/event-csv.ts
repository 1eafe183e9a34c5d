import { csvEvents } from "../../events/powershell-events.ts";
import { eventFile } from "../events/event-file.ts";

/** Events that PowerShell wrote as CSV; of any length. */
export const eventCsv = eventFile(csvEvents);
