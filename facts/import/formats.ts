import type { FileAtHand, Format } from "./format.ts";
import { certificates } from "./formats/certificates.ts";
import { eventCsv } from "./formats/event-csv.ts";
import { eventExport } from "./formats/event-export.ts";
import { eventJson } from "./formats/event-json.ts";
import { eventLog } from "./formats/event-log.ts";
import { factFile } from "./formats/fact-file.ts";
import { xmlSettings } from "./formats/xml-settings.ts";
import type { Plan } from "./wanted-fact.ts";

/** Every format that is read; the first that recognises a file reads it. */
const formats: readonly Format[] = [
  eventLog,
  eventExport,
  eventCsv,
  eventJson,
  xmlSettings,
  factFile,
  certificates,
];

export function recognise(file: FileAtHand, plan: Plan): Format | undefined {
  return formats.find((format) => format.recognises(file, plan));
}
