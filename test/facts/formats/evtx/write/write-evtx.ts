import { crc32 } from "node:zlib";
import type { ChunkSpace } from "./binary-xml.ts";
import { ChunkFull, put, putUint32, writeFragment } from "./binary-xml.ts";
import type { Tree } from "./tree.ts";
import { filetimeTicks } from "./values.ts";

/** A Windows event log made from nothing: the inverse of the reader, for logs that exist nowhere in public. */
export interface LogOptions {
  /** The id of the first record; the others follow. */
  readonly firstRecordId?: number;
  /** A new chunk is begun after so many records, even if there is room. */
  readonly recordsPerChunk?: number;
  readonly isDirty?: boolean;
  readonly isFull?: boolean;
  /** How many chunks, the newest, stand before the oldest, as in a log that wrapped. */
  readonly wrappedChunks?: number;
  /** What the file header says, where it is to be wrong. */
  readonly headerChunkCount?: number;
  /** No templates: every element is written out in every record. */
  readonly isTemplateLess?: boolean;
  /** When the first record was written; the others follow by one second each. */
  readonly writtenFrom?: string;
}

/** What a record holds: an event, or bytes that a test puts there itself. */
export type RecordBody = Tree | ((space: ChunkSpace) => void);

const chunkBytes = 65_536;
const chunkHeaderBytes = 512;

export function writeEvtx(events: readonly RecordBody[], options: LogOptions = {}): Buffer {
  const chunks: Buffer[] = [];
  const { firstRecordId = 1, recordsPerChunk = Number.POSITIVE_INFINITY } = options;
  for (let next = 0; next < events.length; ) {
    const written = writeChunk(events.slice(next, next + recordsPerChunk), firstRecordId + next, options);
    chunks.push(written.bytes);
    next += written.records;
  }
  const turn = chunks.length - (options.wrappedChunks ?? 0);
  return Buffer.concat([
    fileHeader(chunks.length, firstRecordId + events.length, options),
    ...chunks.slice(turn),
    ...chunks.slice(0, turn),
  ]);
}

function writeChunk(
  events: readonly RecordBody[],
  firstId: number,
  options: LogOptions,
): { bytes: Buffer; records: number } {
  const space: ChunkSpace = {
    bytes: Buffer.alloc(chunkBytes),
    at: chunkHeaderBytes,
    names: new Map(),
    templates: new Map(),
  };
  let records = 0;
  let lastRecordAt = chunkHeaderBytes;
  for (const event of events) {
    const start = space.at;
    if (!tryRecord(space, event, firstId + records, options)) break;
    lastRecordAt = start;
    records += 1;
  }
  if (records === 0) throw new Error("the event does not fit into a chunk");
  writeChunkHeader(space, firstId, records, lastRecordAt);
  return { bytes: space.bytes, records };
}

function tryRecord(space: ChunkSpace, event: RecordBody, id: number, options: LogOptions): boolean {
  const before = { at: space.at, names: new Map(space.names), templates: new Map(space.templates) };
  try {
    writeRecord(space, event, id, options);
    return true;
  } catch (error) {
    if (!(error instanceof ChunkFull)) throw error;
    space.bytes.fill(0, before.at);
    Object.assign(space, before);
    return false;
  }
}

function writeRecord(space: ChunkSpace, event: RecordBody, id: number, options: LogOptions): void {
  const start = space.at;
  put(space, [0x2a, 0x2a, 0, 0, 0, 0, 0, 0]);
  const head = Buffer.alloc(16);
  head.writeBigUInt64LE(BigInt(id), 0);
  const written =
    filetimeTicks(options.writtenFrom ?? "2026-11-20T14:05:07.1234567Z") + BigInt(id) * 10_000_000n;
  head.writeBigUInt64LE(written, 8);
  put(space, head);
  if (typeof event === "function") event(space);
  else writeFragment(space, event, options.isTemplateLess !== true);
  put(space, Buffer.alloc((8 - ((space.at - start + 4) % 8)) % 8));
  putUint32(space, space.at - start + 4);
  space.bytes.writeUInt32LE(space.at - start, start + 4);
}

function writeChunkHeader(
  { bytes, at }: ChunkSpace,
  firstId: number,
  records: number,
  lastRecordAt: number,
): void {
  bytes.write("ElfChnk\0", "latin1");
  for (const [offset, id] of [
    [8, firstId],
    [16, firstId + records - 1],
    [24, firstId],
    [32, firstId + records - 1],
  ] as const) {
    bytes.writeBigUInt64LE(BigInt(id), offset);
  }
  bytes.writeUInt32LE(128, 40);
  bytes.writeUInt32LE(lastRecordAt, 44);
  bytes.writeUInt32LE(at, 48);
  sealChunk(bytes);
}

/** Makes the checksums of a chunk right, also after a test has changed something in it. */
export function sealChunk(chunk: Buffer): void {
  chunk.writeUInt32LE(crc32(chunk.subarray(chunkHeaderBytes, chunk.readUInt32LE(48))), 52);
  chunk.writeUInt32LE(crc32(chunk.subarray(128, chunkHeaderBytes), crc32(chunk.subarray(0, 120))), 124);
}

function fileHeader(chunks: number, nextRecordId: number, options: LogOptions): Buffer {
  const header = Buffer.alloc(4096);
  header.write("ElfFile\0", "latin1");
  header.writeBigUInt64LE(BigInt(Math.max(0, chunks - 1)), 16);
  header.writeBigUInt64LE(BigInt(nextRecordId), 24);
  header.writeUInt32LE(128, 32);
  header.writeUInt16LE(2, 36);
  header.writeUInt16LE(3, 38);
  header.writeUInt16LE(4096, 40);
  header.writeUInt16LE(options.headerChunkCount ?? chunks, 42);
  header.writeUInt32LE((options.isDirty ? 1 : 0) | (options.isFull ? 2 : 0), 120);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return header;
}
