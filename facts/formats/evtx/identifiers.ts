import type { Chunk } from "./chunk.ts";
import { need } from "./unreadable-record.ts";

const byteHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const hex = (chunk: Chunk, at: number): string => byteHex[chunk.view.getUint8(at)] ?? "";

/** The order in which the bytes of a GUID are written: its first three numbers are little-endian. */
const guidParts = [
  [3, 2, 1, 0],
  [5, 4],
  [7, 6],
  [8, 9],
  [10, 11, 12, 13, 14, 15],
];

/** `{945a8954-c147-4acd-923f-40c45405a658}`. */
export function guidText(chunk: Chunk, at: number): string {
  let text = "{";
  for (const part of guidParts) {
    if (text.length > 1) text += "-";
    for (const byte of part) text += hex(chunk, at + byte);
  }
  return `${text}}`;
}

/** Revision, number of sub-authorities, authority (6, big-endian), then 4 bytes for each sub-authority. */
const sidHeadBytes = 8;

export function sidBytes(chunk: Chunk, at: number, end: number): number {
  need(at, sidHeadBytes, end);
  const bytes = sidHeadBytes + 4 * chunk.view.getUint8(at + 1);
  need(at, bytes, end);
  return bytes;
}

/** `S-1-5-18`. An authority of 2^32 and more is written in hexadecimal. */
export function sidText(chunk: Chunk, at: number, end: number): string {
  const { view } = chunk;
  const bytes = sidBytes(chunk, at, end);
  const high = view.getUint16(at + 2);
  const low = view.getUint32(at + 4);
  const authority = high === 0 ? low : `0x${(high * 2 ** 32 + low).toString(16).padStart(12, "0")}`;
  let text = `S-${view.getUint8(at)}-${authority}`;
  for (let sub = at + sidHeadBytes; sub < at + bytes; sub += 4) text += `-${view.getUint32(sub, true)}`;
  return text;
}
