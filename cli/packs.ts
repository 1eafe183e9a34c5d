import { createHash } from "node:crypto";
import { closeSync, type Dirent, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { PackFile } from "../engine/rulebook/source.ts";
import { limits } from "../schemas/limits.ts";
import type { Problem } from "../schemas/text/problem.ts";

export const shippedPacks = join(import.meta.dirname, "..", "rules");
export const shippedPack = join(shippedPacks, "entra-private-network-connector");

export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

/** One file of a pack as it lies on the disk. */
export interface RawPackFile extends Omit<PackFile, "text"> {
  readonly bytes: Uint8Array;
}

export type RawPacks = { readonly files: readonly RawPackFile[] } | { readonly problems: readonly Problem[] };
export type PackFiles = { readonly files: readonly PackFile[] } | { readonly problems: readonly Problem[] };

/** The YAML files of packs, as text. */
export function readPacks(folders: readonly string[]): PackFiles {
  const raw = readRawPacks(folders);
  return "problems" in raw ? raw : decodePacks(raw.files);
}

/**
 * Reads the YAML files of packs. Packs are data: links are not followed, nothing outside the folder is read. Reading
 * a hundred small files one after the other is several times cheaper than through promises.
 */
export function readRawPacks(folders: readonly string[]): RawPacks {
  return joined(folders.map(readPack));
}

export function decodePacks(files: readonly RawPackFile[]): PackFiles {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return joined(files.map((file) => decode(file, (bytes) => decoder.decode(bytes))));
}

function decode({ bytes, ...file }: RawPackFile, decode: (bytes: Uint8Array) => string): PackFiles {
  try {
    return { files: [{ ...file, text: decode(bytes) }] };
  } catch {
    return {
      problems: [whole(file.shownAs, "not-utf-8", "The file is not UTF-8 text.", "Save it as UTF-8.")],
    };
  }
}

type Part<File> = { readonly files: readonly File[] } | { readonly problems: readonly Problem[] };

/** All files, or all problems. */
function joined<File>(parts: readonly Part<File>[]): Part<File> {
  const problems = parts.flatMap((part) => ("problems" in part ? part.problems : []));
  return problems.length > 0
    ? { problems }
    : { files: parts.flatMap((part) => ("files" in part ? part.files : [])) };
}

function readPack(folder: string): RawPacks {
  const paths: string[] = [];
  const unreadable = collectPaths(folder, "", paths);
  if (unreadable !== null) return { problems: [unreadable] };
  if (paths.length > limits.packFiles) {
    const message = `The pack has ${paths.length} files; the limit is ${limits.packFiles}.`;
    return { problems: [whole(folder, "pack-too-large", message, "Split it into several packs.")] };
  }
  const [pack, shownFolder] = [basename(resolve(folder)), shown(folder)];
  const parts: RawPacks[] = [];
  let bytes = 0;
  for (const path of paths.sort()) {
    const part = readPackFile(folder, { pack, path, shownAs: `${shownFolder}/${path}` });
    if ("files" in part) bytes += part.files.reduce((sum, file) => sum + file.bytes.length, 0);
    if (bytes > limits.packBytes) {
      const message = `The files of the pack have more than ${limits.packBytes / 1024 / 1024} MB together.`;
      return { problems: [whole(folder, "pack-too-large", message, "Split it into several packs.")] };
    }
    parts.push(part);
  }
  return joined(parts);
}

/** One byte more than the limit, so that a file beyond it shows without being read whole. */
const room = Buffer.alloc(limits.ruleFileBytes + 1);

function readPackFile(folder: string, file: Omit<RawPackFile, "bytes">): RawPacks {
  const { path, shownAs } = file;
  try {
    const opened = openSync(join(folder, path), "r");
    const size = readSync(opened, room, 0, room.length, 0);
    closeSync(opened);
    if (size < room.length) return { files: [{ ...file, bytes: new Uint8Array(room.subarray(0, size)) }] };
    const message = `The file has more than ${limits.ruleFileBytes} bytes, the limit for a file of a pack.`;
    return { problems: [whole(shownAs, "file-too-large", message, "Split it.")] };
  } catch {
    return {
      problems: [whole(shownAs, "file-unreadable", "The file cannot be read.", "Check its permissions.")],
    };
  }
}

/** Paths inside the folder with forward slashes; hidden files, links and the cases of the pack are left out. */
function collectPaths(folder: string, below: string, paths: string[]): Problem | null {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(join(folder, below), { withFileTypes: true });
  } catch {
    const message = "There is no pack in this place: it is not a folder that can be read.";
    return whole(join(folder, below), "pack-not-found", message, "Name the folder that holds pack.yaml.");
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    if (below === "" && entry.name === "cases") continue;
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile() && /\.ya?ml$/.test(entry.name)) paths.push(path);
    const unreadable = entry.isDirectory() ? collectPaths(folder, path, paths) : null;
    if (unreadable !== null) return unreadable;
  }
  return null;
}

/** The path to show: relative where it lies below the working directory. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith("..") ? path : near).split(sep).join("/");
}

function whole(file: string, code: string, message: string, hint: string): Problem {
  return { file, line: 1, column: 1, code, message, hint };
}

/** Where a pack that another one extends may lie: beside it, or among the shipped ones. */
export function placesOfPack(id: string, extendedBy: string): string[] {
  return [join(dirname(resolve(extendedBy)), id), join(shippedPacks, id)];
}
