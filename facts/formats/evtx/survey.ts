import type { Chunk } from "./chunk.ts";
import type { EvtxFileHeader } from "./file-header.ts";
import { readFileHeader } from "./file-header.ts";
import { filetimeText } from "./filetime.ts";
import type { EvtxNote, NoteBook } from "./notes.ts";
import { addNote, listNotes } from "./notes.ts";
import { recordId } from "./record-walk.ts";
import type { EvtxSource } from "./source.ts";

/** What a log holds as a whole: counted over all its records, whatever was asked for. */
export interface EvtxSurvey {
  /** Undefined when the file does not begin like an event log. */
  readonly header: EvtxFileHeader | undefined;
  readonly chunks: number;
  /** Records that were found, those that could not be decoded included. */
  readonly records: number;
  /** Number 1 is the first since the log was made or cleared: clearing begins the numbers anew. */
  readonly oldest: EvtxLandmark | undefined;
  readonly newest: EvtxLandmark | undefined;
  readonly notes: readonly EvtxNote[];
}

interface EvtxLandmark {
  readonly recordId: number;
  /** When the record was written: some microseconds after the event. */
  readonly time: string;
}

export interface Tally {
  readonly header: EvtxFileHeader | undefined;
  readonly notes: NoteBook;
  chunks: number;
  records: number;
  isDoubtful: boolean;
  oldest: RawLandmark | undefined;
  newest: RawLandmark | undefined;
}

interface RawLandmark {
  readonly recordId: number;
  readonly high: number;
  readonly low: number;
}

export function startTally(source: EvtxSource): Tally {
  const notes: NoteBook = new Map();
  const header = readFileHeader(source);
  if (header?.isChecksumRight === false) addNote(notes, "file-header-damaged", 0);
  if (header?.isDirty) addNote(notes, "copied-live", 0);
  return { header, notes, chunks: 0, records: 0, isDoubtful: false, oldest: undefined, newest: undefined };
}

export function countRecord(tally: Tally, chunk: Chunk, at: number): void {
  tally.records += 1;
  const id = recordId(chunk, at);
  if (tally.oldest === undefined || id < tally.oldest.recordId) tally.oldest = landmark(chunk, at, id);
  if (tally.newest === undefined || id > tally.newest.recordId) tally.newest = landmark(chunk, at, id);
}

function landmark({ view }: Chunk, at: number, id: number): RawLandmark {
  return { recordId: id, high: view.getUint32(at + 20, true), low: view.getUint32(at + 16, true) };
}

export function surveyOf(tally: Tally): EvtxSurvey {
  const { header, chunks, records, oldest, newest, notes } = tally;
  return {
    header,
    chunks,
    records,
    oldest: oldest && withTime(oldest),
    newest: newest && withTime(newest),
    notes: listNotes(notes),
  };
}

const withTime = ({ recordId: id, high, low }: RawLandmark): EvtxLandmark => ({
  recordId: id,
  time: filetimeText(high, low),
});
