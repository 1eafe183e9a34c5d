import { crc32 } from "node:zlib";
import { withoutChecksums } from "./chunk.ts";
import type { EvtxSource } from "./source.ts";

/** What the first 4,096 bytes say. Only `isDirty` and `isFull` are worth believing: Windows updates the rest late. */
export interface EvtxFileHeader {
  readonly majorVersion: number;
  readonly minorVersion: number;
  readonly chunkCount: number;
  readonly nextRecordId: number;
  /** The log was open when the file was copied. */
  readonly isDirty: boolean;
  /** The log has reached its largest size, so older events may be gone. */
  readonly isFull: boolean;
  readonly isChecksumRight: boolean;
}

export const firstChunkOffset = 4096;
const fileMagic = "ElfFile\0";
const checkedBytes = 120;
const headerBytes = 128;

/** Undefined when the file does not begin like an event log. */
export function readFileHeader(source: EvtxSource): EvtxFileHeader | undefined {
  const read = source.read(0, headerBytes);
  if (read.length < headerBytes) return undefined;
  const bytes = Buffer.from(read.buffer, read.byteOffset, read.length);
  if (bytes.toString("latin1", 0, fileMagic.length) !== fileMagic) return undefined;
  const flags = bytes.readUInt32LE(120);
  return {
    majorVersion: bytes.readUInt16LE(38),
    minorVersion: bytes.readUInt16LE(36),
    chunkCount: bytes.readUInt16LE(42),
    nextRecordId: Number(bytes.readBigUInt64LE(24)),
    isDirty: (flags & 1) !== 0,
    isFull: (flags & 2) !== 0,
    isChecksumRight:
      (flags & withoutChecksums) !== 0 || crc32(bytes.subarray(0, checkedBytes)) === bytes.readUInt32LE(124),
  };
}
