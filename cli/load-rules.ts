import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readBuilt } from "../engine/rulebook/built.ts";
import type { Rulebook } from "../engine/rulebook/rulebook.ts";
import type { LoadedRulebook, PackFile } from "../engine/rulebook/source.ts";
import type { Problem } from "../schemas/text/problem.ts";
import {
  decodePacks,
  placesOfPack,
  type RawPackFile,
  readPacks,
  readRawPacks,
  sha256,
  shippedPack,
} from "./packs.ts";
import { toolVersion } from "./tool-version.ts";

/** A problem list comes with the texts it speaks of, for code frames. */
export interface BrokenPack {
  readonly problems: readonly Problem[];
  readonly texts: ReadonlyMap<string, string>;
}

export type Rules = { readonly rulebook: Rulebook } | BrokenPack;

/** The rules to reason with: the packs that were named, else the shipped one, from its built form where that is current. */
export async function loadRules(packs: readonly string[]): Promise<Rules> {
  const raw = readRawPacks(packs.length > 0 ? packs : [shippedPack]);
  if ("problems" in raw) return { problems: raw.problems, texts: new Map() };
  const built = packs.length > 0 ? null : readBuiltRulebook(raw.files);
  if (built !== null) return { rulebook: built };
  const read = decodePacks(raw.files);
  if ("problems" in read) return { problems: read.problems, texts: new Map() };
  const { loaded, files } = await loadPacks(read.files, packs);
  if (loaded.ok) return { rulebook: loaded.rulebook };
  return { problems: loaded.problems, texts: textsOf(files) };
}

/** Loads from the YAML, with the packs that the named ones extend. */
export async function loadPacks(
  named: readonly PackFile[],
  folders: readonly string[],
): Promise<{ loaded: LoadedRulebook; files: readonly PackFile[] }> {
  const { loadRulebook } = await import("../engine/rulebook/load.ts");
  const files = [...named, ...(await extendedPacks(named, folders))];
  return { loaded: await loadRulebook(files, sha256, { toolVersion }), files };
}

export function textsOf(files: readonly PackFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ shownAs, text }) => [shownAs, text]));
}

export function sourceHashes(files: readonly RawPackFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, bytes }) => [path, sha256(bytes)]));
}

function readBuiltRulebook(files: readonly RawPackFile[]): Rulebook | null {
  try {
    const text = readFileSync(join(import.meta.dirname, "rulebook.json"), "utf8");
    return readBuilt(text, sourceHashes(files), toolVersion);
  } catch {
    // It is a cache: without it the YAML is read.
    return null;
  }
}

/** The packs named by `extends`, each once; one that cannot be found is left to the loader to complain about. */
export async function extendedPacks(
  files: readonly PackFile[],
  folders: readonly string[],
): Promise<readonly PackFile[]> {
  const present = new Set(files.map(({ pack }) => pack));
  const wanted = files.flatMap(({ path, text }) =>
    path === "pack.yaml" ? (/^extends:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? []) : [],
  );
  for (const id of wanted) {
    if (present.has(id)) continue;
    const places = (folders.length > 0 ? folders : [shippedPack]).flatMap((folder) =>
      placesOfPack(id, folder),
    );
    for (const place of places) {
      const read = readPacks([place]);
      // A folder of that name without a file in it is no pack.
      if ("files" in read && read.files.length > 0)
        return [...read.files, ...(await extendedPacks([...files, ...read.files], folders))];
    }
  }
  return [];
}
