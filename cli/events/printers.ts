import type { EventFormat, EventReading } from "../../facts/events/event-format.ts";
import type { EventSelection } from "../../facts/formats/event-look.ts";
import type { EventRecord } from "../../facts/formats/event-record.ts";
import type { OpenFile } from "../../facts/world.ts";
import { eventLine } from "./event-line.ts";
import { eventTable } from "./event-table.ts";

export type EventsFormat = "jsonl" | "xml" | "table";

/** How events become text. */
export interface EventPrinter {
  /** Each event with its line end. */
  read(format: EventFormat, file: OpenFile, select: EventSelection): EventReading<string>;
  /** What comes before the first event and behind the last. */
  readonly begin: string;
  readonly end: string;
}

/** @param columns of the screen */
export const printers: Readonly<Record<EventsFormat, (columns: number) => EventPrinter>> = {
  jsonl: () => ({ begin: "", end: "", read: ofRecords(eventLine) }),
  table: (columns) => {
    const { heading, row } = eventTable(columns);
    return { begin: heading, end: "", read: ofRecords(row) };
  },
  xml: () => ({
    begin: '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>\n',
    end: "</Events>\n",
    read: (format, file, select) => mapped(format.xml(file, select), (xml) => `${xml}\n`),
  }),
};

function ofRecords(print: (event: EventRecord) => string): EventPrinter["read"] {
  return (format, file, select) => mapped(format.records(file, select), print);
}

function mapped<Content>(
  { items, encoding }: EventReading<Content>,
  print: (content: Content) => string,
): EventReading<string> {
  return { items: printed(items, print), encoding };
}

async function* printed<Content>(
  items: EventReading<Content>["items"],
  print: (content: Content) => string,
): EventReading<string>["items"] {
  for await (const item of items)
    yield item.kind === "event" ? { ...item, content: print(item.content) } : item;
}
