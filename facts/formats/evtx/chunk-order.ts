import { chunkBytes, chunkHeaderBytes, chunkMagic } from "./chunk.ts";
import { firstChunkOffset } from "./file-header.ts";
import type { NoteBook } from "./notes.ts";
import { addNote } from "./notes.ts";
import { recordMagic } from "./record-walk.ts";
import type { EvtxSource } from "./source.ts";

interface FoundChunk {
  readonly offset: number;
  readonly firstRecordId: number;
}

/**
 * The offsets of all chunks, in the order of their records. The whole file is stepped through: the count in its
 * header is stale in every log that was copied live. A log that wrapped begins with its newest chunks, so the list
 * is turned until its oldest is first. Where the record ids make no such picture, file order stays.
 */
export function findChunks(source: EvtxSource, notes: NoteBook): number[] {
  const found: FoundChunk[] = [];
  for (let offset = firstChunkOffset; offset < source.size; offset += chunkBytes) {
    const read = source.read(offset, chunkHeaderBytes + recordMagic.length);
    const start = Buffer.from(read.buffer, read.byteOffset, read.length);
    if (isChunk(start)) found.push({ offset, firstRecordId: firstRecordId(start) });
    else if (start.some((byte) => byte !== 0))
      addNote(notes, isCut(start) ? "chunk-cut" : "chunk-not-recognized", offset);
  }
  return turnToOldest(found).map(({ offset }) => offset);
}

/** A first record where one belongs is enough: a chunk is worth reading when only its magic is damaged. */
function isChunk(start: Buffer): boolean {
  if (isCut(start)) return false;
  if (start.subarray(0, chunkMagic.length).equals(chunkMagic)) return true;
  return start.subarray(chunkHeaderBytes).equals(recordMagic);
}

const isCut = (start: Buffer): boolean => start.length <= chunkHeaderBytes;

const firstRecordId = (start: Buffer): number => Number(start.readBigUInt64LE(24));

function turnToOldest(found: readonly FoundChunk[]): readonly FoundChunk[] {
  const drops = found.flatMap(({ firstRecordId }, index) => {
    const previous = found[index - 1];
    return previous !== undefined && firstRecordId < previous.firstRecordId ? [index] : [];
  });
  const [turn] = drops;
  if (turn === undefined || drops.length > 1) return found;
  const turned = [...found.slice(turn), ...found.slice(0, turn)];
  const oldestOfTail = turned[0]?.firstRecordId ?? 0;
  const newestOfTail = found.at(-1)?.firstRecordId ?? 0;
  const oldestOfHead = found[0]?.firstRecordId ?? 0;
  return oldestOfTail < oldestOfHead && newestOfTail < oldestOfHead ? turned : found;
}
