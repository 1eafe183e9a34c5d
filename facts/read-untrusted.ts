import { type LimitName, limits } from "../schemas/limits.ts";
import type { OpenFile } from "./world.ts";

/** Why a file is not read whole: it is larger than the limit of that name. */
export interface TooLarge {
  readonly tooLarge: LimitName;
  readonly message: string;
}

export function isTooLarge(result: Uint8Array | TooLarge): result is TooLarge {
  return "tooLarge" in result;
}

/** All bytes of a file; its size is checked before a byte is read. */
export function readWhole(file: OpenFile, limit: LimitName): Uint8Array | TooLarge {
  if (file.size <= limits[limit]) return new Uint8Array(file.read(0, file.size));
  const [found, most] = inWords(file.size, limits[limit]);
  const message = `The file has ${found}, and at most ${most} are read of such a file (limit ${limit}).`;
  return { tooLarge: limit, message };
}

/** Texts of this size die young; larger ones stay until a costlier collection, and pile up. */
const partBytes = 32 * 1024;

/** The bytes from the beginning to the end, in parts of 32 KiB. Each part is gone when the next is asked for. */
export async function* readInParts(file: OpenFile): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < file.size; ) {
    const part = file.read(offset, Math.min(partBytes, file.size - offset));
    if (part.length === 0) return;
    yield part;
    offset += part.length;
  }
}

/** Two sizes in the largest unit that tells them apart. */
function inWords(size: number, limit: number): readonly [string, string] {
  const units = [
    ["MB", 1024 * 1024],
    ["KB", 1024],
  ] as const;
  for (const [unit, bytes] of units) {
    const [found, most] = [Math.floor(size / bytes), Math.floor(limit / bytes)];
    if (most > 0 && found > most) return [`${found} ${unit}`, `${most} ${unit}`];
  }
  return [`${size} bytes`, `${limit} bytes`];
}
