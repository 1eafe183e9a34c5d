import type { Damage } from "../reading.ts";

/** What is wrong with an event log, as one sentence for people. The keys are the closed list of codes. */
const sentences = {
  "not-an-event-log": "No part of this file is a Windows event log.",
  "file-header-damaged":
    "The file header is missing or fails its checksum; the events were read without its help.",
  "copied-live": "The log was copied while Windows had it open, so its newest events may be missing.",
  "chunk-not-recognized": "A block of 64 KiB does not begin like a part of an event log.",
  "chunk-header-checksum": "The header of a block of 64 KiB fails its checksum.",
  "chunk-checksum": "The events of a block of 64 KiB fail their checksum, so values in it may be wrong.",
  "chunk-cut": "The file ends in the middle of a block of 64 KiB; events are missing at its end.",
  "records-skipped": "Bytes between two events were skipped because no event could be recognized in them.",
  "record-size": "The two sizes that an event carries differ; the event was read all the same.",
  "record-unreadable": "An event could not be decoded and was left out.",
  "record-too-large": "An event unfolds to far more text than an event holds and was left out.",
  "value-type-unknown": "A value has an undocumented type; its bytes are given in hexadecimal.",
} as const;

export type EvtxNoteCode = keyof typeof sentences;

/** One for each kind of damage: `at` is where it was met first, in bytes from the start of the file. */
export interface EvtxNote extends Damage {
  readonly code: EvtxNoteCode;
  readonly count: number;
  readonly at: number;
}

export type NoteBook = Map<EvtxNoteCode, { count: number; at: number }>;

export function addNote(notes: NoteBook, code: EvtxNoteCode, at: number): void {
  const known = notes.get(code);
  if (known === undefined) notes.set(code, { count: 1, at });
  else known.count += 1;
}

export function listNotes(notes: NoteBook): EvtxNote[] {
  return [...notes].map(([code, { count, at }]) => ({ code, message: sentences[code], count, at }));
}
