import type { Chunk } from "./chunk.ts";
import { chunkHeaderBytes } from "./chunk.ts";
import { addNote } from "./notes.ts";

export const recordMagic = Buffer.from([0x2a, 0x2a, 0, 0]);
const recordMagicNumber = 0x2a2a;
/** Magic, size, record id (8), time written (8). */
export const recordHeaderBytes = 24;
const sizeCopyBytes = 4;
const smallestRecord = recordHeaderBytes + sizeCopyBytes + 1;

/** The offset in the chunk of the first record, or -1. */
export const firstRecord = (chunk: Chunk): number => recordFrom(chunk, chunkHeaderBytes, -1);

/** The offset in the chunk of the record that follows the one at `at`, or -1. */
export function nextRecord(chunk: Chunk, at: number): number {
  return recordFrom(chunk, at + recordSize(chunk, at), recordId(chunk, at));
}

export const recordSize = (chunk: Chunk, at: number): number => chunk.view.getUint32(at + 4, true);

/** As a number: exact up to 2^53, more events than any log holds. */
export const recordId = (chunk: Chunk, at: number): number =>
  chunk.view.getUint32(at + 12, true) * 2 ** 32 + chunk.view.getUint32(at + 8, true);

function recordFrom(chunk: Chunk, from: number, previousId: number): number {
  if (looksLikeRecord(chunk, from)) {
    // Behind the end that the header names stand left-overs of an earlier round, unless the log was copied live
    // and the header is the older of the two: then the ids go on.
    if (from >= chunk.usedEnd && previousId >= 0 && recordId(chunk, from) !== previousId + 1) return -1;
    if (!hasBothSizes(chunk, from)) addNote(chunk.notes, "record-size", chunk.fileOffset + from);
    return from;
  }
  if (from >= chunk.usedEnd) return -1;
  const found = searchRecord(chunk, from + 1, previousId);
  if (found >= 0 || !isUnused(chunk, from)) addNote(chunk.notes, "records-skipped", chunk.fileOffset + from);
  return found;
}

/** Zeros follow the last record where the header does not tell the end of the records. */
const isUnused = (chunk: Chunk, from: number): boolean =>
  from + 4 > chunk.bytes.length || chunk.view.getUint32(from, true) === 0;

function looksLikeRecord(chunk: Chunk, at: number): boolean {
  if (at + smallestRecord > chunk.bytes.length) return false;
  if (chunk.view.getUint32(at, true) !== recordMagicNumber) return false;
  const size = recordSize(chunk, at);
  if (size < smallestRecord || at + size > chunk.bytes.length) return false;
  return hasBothSizes(chunk, at) || isSoundEnd(chunk, at + size);
}

const hasBothSizes = (chunk: Chunk, at: number): boolean => {
  const size = recordSize(chunk, at);
  return chunk.view.getUint32(at + size - sizeCopyBytes, true) === size;
};

/** With a damaged copy of the size, what comes next tells whether the size itself is sound. */
function isSoundEnd(chunk: Chunk, end: number): boolean {
  if (end === chunk.usedEnd) return true;
  return end + 4 <= chunk.bytes.length && chunk.view.getUint32(end, true) === recordMagicNumber;
}

/** After damage: ids only grow inside a chunk, so a smaller one is a left-over of an earlier round. */
function searchRecord(chunk: Chunk, from: number, previousId: number): number {
  for (let at = from; ; at += 1) {
    at = chunk.bytes.indexOf(recordMagic, at);
    if (at < 0 || at >= chunk.usedEnd) return -1;
    if (looksLikeRecord(chunk, at) && hasBothSizes(chunk, at) && recordId(chunk, at) > previousId) return at;
  }
}
