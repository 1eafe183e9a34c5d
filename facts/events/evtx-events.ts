import { type EventSelection, withoutNumber } from "../formats/event-look.ts";
import type { EvtxFilter } from "../formats/evtx/event-filter.ts";
import type { EvtxNoteCode } from "../formats/evtx/notes.ts";
import { type EvtxReading, readEvtxRecords, readEvtxXml } from "../formats/evtx/read-evtx.ts";
import type { OpenFile } from "../world.ts";
import type { EventFileHead, EventFormat, EventItem, EventReading } from "./event-format.ts";

/** The event logs of Windows themselves. They hold no messages. */
export const evtxEvents: EventFormat = {
  kind: "event-log",
  parser: "evtx 1",
  recognises,
  records: (file, select) => reading(file, readEvtxRecords, select),
  xml: (file, select) => reading(file, readEvtxXml, select),
};

const firstChunkAt = 4096;

function recognises({ head: { bytes, text }, name }: EventFileHead): boolean {
  if (isAt(bytes, 0, "ElfFile\0") || isAt(bytes, firstChunkAt, "ElfChnk\0")) return true;
  // What is text is for the others to recognise, whatever it is called.
  return text === null && /\.evtx$/i.test(name);
}

function isAt(bytes: Uint8Array, at: number, magic: string): boolean {
  return Buffer.from(bytes.subarray(at, at + magic.length)).toString("latin1") === magic;
}

function reading<Content>(
  file: OpenFile,
  read: (file: OpenFile, filter: EvtxFilter, select: EventSelection) => EvtxReading<Content>,
  select: EventSelection,
): EventReading<Content> {
  const log: EvtxReading<Content> = read(file, {}, (look) =>
    select(log.isDoubtful() ? withoutNumber(look) : look),
  );
  return { items: itemsOf(log), encoding: () => undefined };
}

/** What takes nothing away from the events that were read. */
const harmless: readonly EvtxNoteCode[] = ["copied-live", "record-size", "value-type-unknown"];

async function* itemsOf<Content>(log: EvtxReading<Content>): AsyncGenerator<EventItem<Content>> {
  for (const content of log.events) yield { kind: "event", content, place: "", isDoubtful: log.isDoubtful() };
  for (const { code, count, ...note } of log.survey().notes) {
    const message = count === 1 ? note.message : `${note.message} That is so in ${count} places.`;
    const damage = { code, message, at: note.at };
    if (code === "not-an-event-log") yield { kind: "refused", damage };
    else yield { kind: harmless.includes(code) ? "note" : "damage", damage };
  }
}
