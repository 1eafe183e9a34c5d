import { csvDialect } from "../formats/event-csv/csv-dialect.ts";
import { readEventCsv } from "../formats/event-csv/read-event-csv.ts";
import { looksLikeEventJson } from "../formats/event-json/looks-like-event-json.ts";
import { readEventJson } from "../formats/event-json/read-event-json.ts";
import { type EventSelection, lookAt } from "../formats/event-look.ts";
import type { EventRecord } from "../formats/event-record.ts";
import { eventToXml } from "../formats/event-xml/event-to-xml.ts";
import type { DamageItem, SettledEvent } from "../formats/powershell/settle-dates.ts";
import type { OpenFile } from "../world.ts";
import type { EventFormat, EventItem, EventReading } from "./event-format.ts";
import { textReading } from "./text-items.ts";

type Read = (chunks: AsyncIterable<string>) => AsyncIterable<SettledEvent | DamageItem>;

/** Events that Get-WinEvent and Export-Csv of PowerShell wrote. */
export const csvEvents: EventFormat = {
  kind: "event-csv",
  parser: "event-csv 1",
  recognises: ({ head }) => head.text !== null && csvDialect(head.text) !== undefined,
  ...readings(readEventCsv),
};

/** Events that Get-WinEvent and ConvertTo-Json of PowerShell wrote. */
export const jsonEvents: EventFormat = {
  kind: "event-json",
  parser: "event-json 1",
  recognises: ({ head }) => head.text !== null && looksLikeEventJson(head.text),
  ...readings(readEventJson),
};

function readings(read: Read): Pick<EventFormat, "records" | "xml"> {
  return {
    records: (file, select) => reading(file, read, select, (event) => event),
    xml: (file, select) => reading(file, read, select, eventToXml),
  };
}

function reading<Content>(
  file: OpenFile,
  read: Read,
  select: EventSelection,
  contentOf: (event: EventRecord) => Content,
): EventReading<Content> {
  return textReading(file, async function* (chunks): AsyncGenerator<EventItem<Content>> {
    for await (const item of read(chunks)) {
      if (item.kind === "damage") yield item;
      else if (select(lookAt(item.event)))
        yield {
          kind: "event",
          content: contentOf(item.event),
          place: `line ${item.line}`,
          isDoubtful: false,
        };
    }
  });
}
