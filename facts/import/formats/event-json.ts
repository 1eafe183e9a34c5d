import { jsonEvents } from "../../events/powershell-events.ts";
import { eventFile } from "../events/event-file.ts";

/** Events that PowerShell wrote as JSON; of any length. */
export const eventJson = eventFile(jsonEvents);
