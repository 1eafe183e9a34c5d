import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
} from "node:fs";
import { type Failed, type OpenFile, ReadFailure, type Seen, type Trouble, type World } from "./world.ts";

/** The machine that the program runs on. Looking is done at once: to load promises for it costs more than the looking. */
export const realWorld: World = {
  now: () => Date.now(),
  lookAt: (path) => attempt(async () => seen(lstatSync(path))),
  realPath: (path) => attempt(async () => realpathSync.native(path)),
  readDirectory: (path) => attempt(async () => readdirSync(path)),
  openFile: (path) => attempt(async () => openPlainFile(path)),
  writeAtomic: (path, text) =>
    attempt(async () => (await import("./replace-file.ts")).replaceFile(path, Buffer.from(text, "utf8"))),
};

interface Stats {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function seen(stats: Stats): Seen {
  if (stats.isFile()) return { kind: "file", bytes: stats.size };
  if (stats.isDirectory()) return { kind: "folder", bytes: 0 };
  return { kind: stats.isSymbolicLink() ? "link" : "special", bytes: 0 };
}

/** Without O_NONBLOCK, opening a pipe would wait for a writer for ever. Windows has neither flag. */
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function openPlainFile(path: string): OpenFile {
  const file = openSync(path, readOnly);
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw new ReadFailure("is-folder");
    if (!stats.isFile()) throw new ReadFailure("special-file");
    let shared: Buffer | undefined;
    return {
      size: stats.size,
      read: (offset, length) => {
        if (length > sharedBytes) return readPart(file, Buffer.allocUnsafe(length), offset, length);
        shared ??= Buffer.allocUnsafe(Math.min(sharedBytes, Math.max(stats.size, 1)));
        return readPart(file, shared, offset, Math.min(length, shared.length));
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Parts of this size and smaller ones share their memory, so that a file of any length takes no more than that. */
const sharedBytes = 256 * 1024;

function readPart(file: number, buffer: Buffer, offset: number, length: number): Uint8Array {
  let filled = 0;
  try {
    while (filled < length) {
      const count = readSync(file, buffer, filled, length - filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
  } catch (error) {
    throw new ReadFailure(troubleOf(error) ?? "cannot-read");
  }
  return buffer.subarray(0, filled);
}

const troubles: Readonly<Record<string, Trouble>> = {
  ENOENT: "not-found",
  EACCES: "no-permission",
  EPERM: "no-permission",
  ELOOP: "link",
  EISDIR: "is-folder",
  ENOTDIR: "not-a-folder",
  ENXIO: "special-file",
  ENAMETOOLONG: "path-too-long",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EROFS: "read-only",
};

async function attempt<Value>(work: () => Promise<Value>): Promise<Value | Failed> {
  try {
    return await work();
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    return { failed: trouble };
  }
}

/** Nothing for an error that the machine did not report: that is a mistake of ours. */
function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof ReadFailure) return error.trouble;
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  if (error.code.startsWith("ERR_")) return error.code === "ERR_INVALID_ARG_VALUE" ? "not-found" : undefined;
  return troubles[error.code] ?? "cannot-read";
}
