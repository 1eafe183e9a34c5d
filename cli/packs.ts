import { createHash } from "node:crypto";
import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { PackFile } from "../engine/rulebook/source.ts";
import { limits } from "../schemas/limits.ts";
import type { Problem } from "../schemas/text/problem.ts";

export const shippedPacks = join(import.meta.dirname, "..", "rules");
export const shippedPack = join(shippedPacks, "entra-private-network-connector");

export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

export type PackFiles = { readonly files: readonly PackFile[] } | { readonly problems: readonly Problem[] };

/**
 * Reads the YAML files of packs. Packs are data: links are not followed, nothing outside the folder is read. Reading
 * a hundred small files one after the other is several times cheaper than through promises.
 */
export function readPacks(folders: readonly string[]): PackFiles {
  const read = folders.map(readPack);
  const problems = read.flatMap((each) => ("problems" in each ? each.problems : []));
  if (problems.length > 0) return { problems };
  return { files: read.flatMap((each) => ("files" in each ? each.files : [])) };
}

function readPack(folder: string): PackFiles {
  const paths: string[] = [];
  const unreadable = collectPaths(folder, "", paths);
  if (unreadable !== null) return { problems: [unreadable] };
  if (paths.length > limits.packFiles) {
    const message = `The pack has ${paths.length} files; the limit is ${limits.packFiles}.`;
    return { problems: [whole(folder, "pack-too-large", message, "Split it into several packs.")] };
  }
  const pack = basename(resolve(folder));
  const files = paths.sort().map((path) => readPackFile(folder, pack, path));
  const problems = files.flatMap((file) => ("code" in file ? [file] : []));
  return problems.length > 0
    ? { problems }
    : { files: files.flatMap((file) => ("code" in file ? [] : [file])) };
}

function readPackFile(folder: string, pack: string, path: string): PackFile | Problem {
  const place = join(folder, path);
  const shownAs = shown(place);
  try {
    const { size } = statSync(place);
    if (size > limits.ruleFileBytes) {
      const message = `The file has ${size} bytes; the limit for a file of a pack is ${limits.ruleFileBytes}.`;
      return whole(shownAs, "file-too-large", message, "Split it.");
    }
    return {
      pack,
      path,
      shownAs,
      text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(place)),
    };
  } catch (error) {
    if (error instanceof TypeError)
      return whole(shownAs, "not-utf-8", "The file is not UTF-8 text.", "Save it as UTF-8.");
    return whole(shownAs, "file-unreadable", "The file cannot be read.", "Check its permissions.");
  }
}

/** Paths inside the folder with forward slashes; hidden files and links are left out. */
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
