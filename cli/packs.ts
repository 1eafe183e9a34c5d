import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { PackFile } from "../engine/rulebook/source.ts";
import { limits } from "../schemas/limits.ts";
import type { Problem } from "../schemas/text/problem.ts";

export const shippedPacks = join(import.meta.dirname, "..", "rules");
export const shippedPack = join(shippedPacks, "entra-private-network-connector");

export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");

export type PackFiles = { readonly files: readonly PackFile[] } | { readonly problems: readonly Problem[] };

/** Reads the YAML files of packs. Packs are data: links are not followed, nothing outside the folder is read. */
export async function readPacks(folders: readonly string[]): Promise<PackFiles> {
  const read = await Promise.all(folders.map(readPack));
  const problems = read.flatMap((each) => ("problems" in each ? each.problems : []));
  if (problems.length > 0) return { problems };
  return { files: read.flatMap((each) => ("files" in each ? each.files : [])) };
}

async function readPack(folder: string): Promise<PackFiles> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    return {
      problems: [
        whole(
          folder,
          "pack-not-found",
          "There is no pack in this place: it is not a folder that can be read.",
          "Name the folder that holds pack.yaml.",
        ),
      ],
    };
  }
  const paths = (await yamlFiles(folder)).sort();
  if (paths.length > limits.packFiles) {
    return {
      problems: [
        whole(
          folder,
          "pack-too-large",
          `The pack has ${paths.length} files; the limit is ${limits.packFiles}.`,
          "Split it into several packs.",
        ),
      ],
    };
  }
  const pack = basename(resolve(folder));
  const files = await Promise.all(paths.map((path) => readPackFile(folder, pack, path)));
  const problems = files.flatMap((file) => ("code" in file ? [file] : []));
  return problems.length > 0
    ? { problems }
    : { files: files.flatMap((file) => ("code" in file ? [] : [file])) };
}

async function readPackFile(folder: string, pack: string, path: string): Promise<PackFile | Problem> {
  const shownAs = shown(join(folder, path));
  const { size } = await stat(join(folder, path));
  if (size > limits.ruleFileBytes) {
    return whole(
      shownAs,
      "file-too-large",
      `The file has ${size} bytes; the limit for a file of a pack is ${limits.ruleFileBytes}.`,
      "Split it.",
    );
  }
  const bytes = await readFile(join(folder, path));
  try {
    return { pack, path, shownAs, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return whole(shownAs, "not-utf-8", "The file is not UTF-8 text.", "Save it as UTF-8.");
  }
}

/** Paths inside the folder with forward slashes; hidden files and links are left out. */
async function yamlFiles(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const nested = entries.map(async (entry): Promise<string[]> => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    if (entry.isDirectory()) return yamlFiles(folder, path);
    return entry.isFile() && /\.ya?ml$/.test(entry.name) ? [path] : [];
  });
  return (await Promise.all(nested)).flat();
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
