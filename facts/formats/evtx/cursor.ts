import type { Chunk } from "./chunk.ts";
import { nameAt, nameBytes } from "./names.ts";
import { token } from "./tokens.ts";
import { need } from "./unreadable-record.ts";

/** A place in binary XML; all that is read lies before `end`. */
export interface Cursor {
  readonly chunk: Chunk;
  at: number;
  readonly end: number;
  /** Templates give each element a dependency id; fragments outside templates do not. */
  hasDependencyIds: boolean;
}

/** The token at the cursor, without the flag that says more of its kind follow. */
export function peek({ chunk, at, end }: Cursor): number {
  need(at, 1, end);
  return chunk.view.getUint8(at) & ~token.more;
}

/** Moves on, and returns the byte that the cursor stood on. */
export function skip(cursor: Cursor, bytes: number): number {
  need(cursor.at, bytes, cursor.end);
  const first = cursor.chunk.view.getUint8(cursor.at);
  cursor.at += bytes;
  return first;
}

export function readUint16(cursor: Cursor): number {
  need(cursor.at, 2, cursor.end);
  cursor.at += 2;
  return cursor.chunk.view.getUint16(cursor.at - 2, true);
}

export function readText(cursor: Cursor): string {
  const bytes = 2 * readUint16(cursor);
  need(cursor.at, bytes, cursor.end);
  cursor.at += bytes;
  return cursor.chunk.bytes.toString("utf16le", cursor.at - bytes, cursor.at);
}

/** A name stands inline where it is used first in the chunk, and is referred to by offset everywhere else. */
export function readName(cursor: Cursor): string {
  const { chunk } = cursor;
  need(cursor.at, 4, cursor.end);
  const nameOffset = chunk.view.getUint32(cursor.at, true);
  cursor.at += 4;
  const name = nameAt(chunk, nameOffset);
  if (nameOffset === cursor.at) skip(cursor, nameBytes(chunk, nameOffset));
  return name;
}

/**
 * Whether elements carry a dependency id is not written anywhere. What is expected is kept if the size and name
 * that follow make sense with it; else the other reading is tried.
 */
export function settleDependencyIds(cursor: Cursor): void {
  if (isElementHead(cursor, cursor.hasDependencyIds)) return;
  if (isElementHead(cursor, !cursor.hasDependencyIds)) cursor.hasDependencyIds = !cursor.hasDependencyIds;
}

function isElementHead({ chunk, at, end }: Cursor, hasDependencyId: boolean): boolean {
  const sizeAt = at + 1 + (hasDependencyId ? 2 : 0);
  if (sizeAt + 8 > end) return false;
  const nameOffset = chunk.view.getUint32(sizeAt + 4, true);
  return sizeAt + 4 + chunk.view.getUint32(sizeAt, true) <= end && nameOffset <= sizeAt + 8;
}
