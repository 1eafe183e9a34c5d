import type { Chunk } from "./chunk.ts";
import { need, UnreadableRecord } from "./unreadable-record.ts";

/** Offset of the next name in its list (4), hash (2), number of characters (2); then the characters and a zero. */
const headBytes = 8;
const zeroBytes = 2;
const mostCharacters = 255;

/** The name of an element, attribute or entity. A chunk holds each name once. */
export function nameAt(chunk: Chunk, at: number): string {
  const known = chunk.names.get(at);
  if (known !== undefined) return known;
  const end = at + nameBytes(chunk, at);
  const name = chunk.bytes.toString("utf16le", at + headBytes, end - zeroBytes);
  if (!xmlName.test(name)) throw new UnreadableRecord("a name that XML does not allow");
  chunk.parseBudget -= end - at;
  chunk.names.set(at, name);
  return name;
}

/** Bytes that the name takes where it stands inline. */
export function nameBytes(chunk: Chunk, at: number): number {
  need(at, headBytes, chunk.bytes.length);
  const characters = chunk.view.getUint16(at + 6, true);
  if (characters > mostCharacters) throw new UnreadableRecord(`a name of ${characters} characters`);
  const bytes = headBytes + 2 * characters + zeroBytes;
  need(at, bytes, chunk.bytes.length);
  return bytes;
}

/** Looser than the standard on letters, strict on all that could change what the XML means. */
const xmlName = /^[^\s\p{Cc}\p{Cs}<>&'"=/\d.-][^\s\p{Cc}\p{Cs}<>&'"=/]*$/u;
