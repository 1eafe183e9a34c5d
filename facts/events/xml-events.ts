import type { EventSelection } from "../formats/event-look.ts";
import { eventToXml } from "../formats/event-xml/event-to-xml.ts";
import { looksLikeEventXml } from "../formats/event-xml/looks-like-event-xml.ts";
import { type EventXmlItem, readEventXml } from "../formats/event-xml/read-event-xml.ts";
import { writableXml } from "../formats/xml/writable-xml.ts";
import type { OpenFile } from "../world.ts";
import type { EventFormat, EventItem, EventReading } from "./event-format.ts";
import { textReading } from "./text-items.ts";

/** Events that wevtutil or the Event Viewer wrote as XML. */
export const xmlEvents: EventFormat = {
  kind: "event-export",
  parser: "event-xml 1",
  recognises: ({ head }) => head.text !== null && looksLikeEventXml(head.text),
  records: (file, select) => reading(file, select, ({ event }) => event),
  xml: (file, select) => reading(file, select, asWritten),
};

type EventOfXml = Extract<EventXmlItem, { kind: "event" }>;

/** A prefix needs its declaration, which stands outside of the event. */
const asWritten = ({ event, text }: EventOfXml): string =>
  /^<Event[\s/>]/.test(text) ? writableXml(text) : eventToXml(event);

function reading<Content>(
  file: OpenFile,
  select: EventSelection,
  contentOf: (item: EventOfXml) => Content,
): EventReading<Content> {
  return textReading(file, async function* (chunks): AsyncGenerator<EventItem<Content>> {
    for await (const item of readEventXml(chunks, { select })) {
      if (item.kind !== "event") yield item;
      else yield { kind: "event", content: contentOf(item), place: `line ${item.line}`, isDoubtful: false };
    }
  });
}
