import { crc32 } from "node:zlib";
import type { Node } from "./nodes.ts";
import type { NoteBook } from "./notes.ts";
import { addNote } from "./notes.ts";
import type { RecordPlan } from "./record-plan.ts";
import type { UnreadableRecord } from "./unreadable-record.ts";
import type { XmlPlan } from "./xml-plan.ts";

/** 64 KiB with records, and with all the names and templates that these records refer to. */
export interface Chunk {
  /** The chunk alone: offsets inside the format count from its first byte. */
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly fileOffset: number;
  readonly notes: NoteBook;
  /** End of the records as the header has it; the end of the chunk where the header cannot be believed. */
  readonly usedEnd: number;
  /** It is cut, or a checksum of it is wrong: any value in it may be another than Windows wrote. */
  readonly isDoubtful: boolean;
  /** By offset in the chunk. */
  readonly names: Map<number, string>;
  /** By offset in the chunk; a template that could not be parsed stays here as its error. */
  readonly templates: Map<number, Template | UnreadableRecord>;
  /** Bytes that may still be parsed: hostile offsets can make the same bytes be parsed over and over. */
  parseBudget: number;
  /** Characters that may still be written: a few hostile values can unfold without end. */
  textBudget: number;
}

/** A parsed template; plans are added when first needed. */
export interface Template {
  readonly nodes: readonly Node[];
  xml?: XmlPlan;
  record?: RecordPlan;
  /** Where its values are named by their path. */
  paths?: RecordPlan;
}

export const chunkBytes = 65_536;
export const chunkHeaderBytes = 512;
export const chunkMagic = Buffer.from("ElfChnk\0", "latin1");

/** Windows can write a log without checksums, and says so in this flag of file and chunks. */
export const withoutChecksums = 4;

/** Sixteen times what a sound chunk can ask for. */
const parseBudgetBytes = 16 * chunkBytes;
/** Real chunks unfold to less than ten times their size. */
const textBudgetCharacters = 128 * chunkBytes;

type Checked = Pick<Chunk, "usedEnd" | "isDoubtful">;

export function openChunk(read: Uint8Array, fileOffset: number, notes: NoteBook): Chunk {
  const bytes = Buffer.from(read.buffer, read.byteOffset, read.length);
  return {
    bytes,
    view: new DataView(read.buffer, read.byteOffset, read.length),
    fileOffset,
    notes,
    ...checkHeader(bytes, fileOffset, notes),
    names: new Map(),
    templates: new Map(),
    parseBudget: parseBudgetBytes,
    textBudget: textBudgetCharacters,
  };
}

/** Notes what is wrong with the header and the checksums. */
function checkHeader(bytes: Buffer, fileOffset: number, notes: NoteBook): Checked {
  const doubtful: Checked = { usedEnd: bytes.length, isDoubtful: true };
  if (bytes.length < chunkBytes) addNote(notes, "chunk-cut", fileOffset);
  if (bytes.length < chunkHeaderBytes) return doubtful;
  if (!bytes.subarray(0, chunkMagic.length).equals(chunkMagic)) {
    addNote(notes, "chunk-not-recognized", fileOffset);
    return doubtful;
  }
  const hasChecksums = (bytes.readUInt32LE(120) & withoutChecksums) === 0;
  const headerSum = crc32(bytes.subarray(128, chunkHeaderBytes), crc32(bytes.subarray(0, 120)));
  if (hasChecksums && headerSum !== bytes.readUInt32LE(124)) {
    addNote(notes, "chunk-header-checksum", fileOffset);
    return doubtful;
  }
  const usedEnd = bytes.readUInt32LE(48);
  if (usedEnd < chunkHeaderBytes || usedEnd > bytes.length) return doubtful;
  const isSound =
    !hasChecksums || crc32(bytes.subarray(chunkHeaderBytes, usedEnd)) === bytes.readUInt32LE(52);
  if (!isSound) addNote(notes, "chunk-checksum", fileOffset);
  return { usedEnd, isDoubtful: !isSound };
}
