import { type EventSelection, lookAt } from "../event-look.ts";
import type { EventRecord } from "../event-record.ts";
import type { Chunk } from "./chunk.ts";
import { chunkBytes, openChunk } from "./chunk.ts";
import { findChunks } from "./chunk-order.ts";
import type { EvtxFilter, WantedEvents } from "./event-filter.ts";
import { asksForNothing, compileFilter, isWanted } from "./event-filter.ts";
import { openFragment, startDecoder } from "./fragment.ts";
import { addNote } from "./notes.ts";
import { compileRawFilter } from "./raw-filter.ts";
import { compileRawLook } from "./raw-look.ts";
import { fillDraft } from "./record-render.ts";
import { firstRecord, nextRecord, recordHeaderBytes, recordId, recordSize } from "./record-walk.ts";
import type { EvtxSource } from "./source.ts";
import type { EvtxSurvey, Tally } from "./survey.ts";
import { countRecord, startTally, surveyOf } from "./survey.ts";
import type { Draft } from "./system-fields.ts";
import { UnreadableRecord } from "./unreadable-record.ts";
import { renderXml } from "./xml-render.ts";

export interface EvtxReading<Event> {
  /** The wanted events, oldest first, decoded one by one as they are asked for. Can be walked once. */
  readonly events: Iterable<Event>;
  /** What was met so far: complete when all events were taken. */
  survey(): EvtxSurvey;
  /** Of the event that was looked at or taken last: a checksum over it is wrong, so that its values can be, too. */
  isDoubtful(): boolean;
}

/** Decodes the binary XML of one record, which stands from `at` to `end` in the chunk. */
type Decode<Event> = (chunk: Chunk, at: number, end: number, id: number) => Event;

/**
 * The events of a .evtx file. Damage never throws: what is sound is delivered, what is not stands in the survey.
 * Memory does not grow with the log. The source must not be read by anybody else meanwhile. Events that do not pass
 * the filter are not shown to `select`.
 */
export function readEvtxRecords(
  source: EvtxSource,
  filter: EvtxFilter = {},
  select?: EventSelection,
): EvtxReading<EventRecord> {
  return readEvtx(source, filter, select, decodeRecord);
}

/** The same events as the XML that Windows exports: one `<Event>` element each, on one line as far as its values are. */
export function readEvtxXml(
  source: EvtxSource,
  filter: EvtxFilter = {},
  select?: EventSelection,
): EvtxReading<string> {
  return readEvtx(source, filter, select, decodeXml);
}

function readEvtx<Event>(
  source: EvtxSource,
  filter: EvtxFilter,
  select: EventSelection | undefined,
  decode: Decode<Event>,
): EvtxReading<Event> {
  const tally = startTally(source);
  const looked = select === undefined ? decode : looking(select, decode);
  const filtered = asksForNothing(filter) ? looked : selecting(compileFilter(filter), looked);
  return {
    events: walk(source, tally, filtered),
    survey: () => surveyOf(tally),
    isDoubtful: () => tally.isDoubtful,
  };
}

function* walk<Event>(source: EvtxSource, tally: Tally, select: Decode<Event | undefined>): Generator<Event> {
  const offsets = findChunks(source, tally.notes);
  tally.chunks = offsets.length;
  if (tally.header === undefined)
    addNote(tally.notes, offsets.length === 0 ? "not-an-event-log" : "file-header-damaged", 0);
  for (const offset of offsets) {
    const chunk = openChunk(source.read(offset, chunkBytes), offset, tally.notes);
    tally.isDoubtful = chunk.isDoubtful;
    for (let at = firstRecord(chunk); at >= 0; at = nextRecord(chunk, at)) {
      countRecord(tally, chunk, at);
      const event = attempt(chunk, at, select);
      if (event !== undefined) yield event;
    }
  }
}

const sizeCopyBytes = 4;

function attempt<Event>(chunk: Chunk, at: number, select: Decode<Event | undefined>): Event | undefined {
  const end = at + recordSize(chunk, at) - sizeCopyBytes;
  try {
    return select(chunk, at + recordHeaderBytes, end, recordId(chunk, at));
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    addNote(chunk.notes, error.code, chunk.fileOffset + at);
    return undefined;
  }
}

function looking<Event>(select: EventSelection, decode: Decode<Event>): Decode<Event | undefined> {
  const look = compileRawLook();
  return (chunk, at, end, id) => {
    const seen = look(chunk, at, end) ?? lookAt(decodeRecord(chunk, at, end, id));
    return select(seen) ? decode(chunk, at, end, id) : undefined;
  };
}

function selecting<Event>(
  wanted: WantedEvents,
  decode: Decode<Event | undefined>,
): Decode<Event | undefined> {
  const decide = compileRawFilter(wanted);
  return (chunk, at, end, id) => {
    const verdict = decide(chunk, at, end);
    if (verdict === "unwanted") return undefined;
    if (verdict === "look" && !isWanted(wanted, decodeRecord(chunk, at, end, id))) return undefined;
    return decode(chunk, at, end, id);
  };
}

function decodeRecord(chunk: Chunk, at: number, end: number, id: number): EventRecord {
  const draft: Draft = { data: [] };
  fillDraft(startDecoder(chunk), draft, openFragment(chunk, at, end));
  draft.recordId ??= id;
  if (draft.message === undefined) delete draft.culture;
  return draft;
}

const decodeXml: Decode<string> = (chunk, at, end) =>
  renderXml(startDecoder(chunk), openFragment(chunk, at, end));
