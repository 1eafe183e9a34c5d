import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { loadRulebook } from "../../../engine/rulebook/load.ts";
import type { LoadedRulebook, PackFile } from "../../../engine/rulebook/source.ts";

const packs = new URL("../../fixtures/packs/", import.meta.url).pathname;

/** The files of a pack of the fixtures. */
export function filesOf(pack: string): PackFile[] {
  const folder = join(packs, pack);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".yaml"),
  );
  return paths.sort().map((path) => {
    const inside = path.split(sep).join("/");
    return {
      pack,
      path: inside,
      shownAs: `${pack}/${inside}`,
      text: readFileSync(join(folder, path), "utf8"),
    };
  });
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const load = (files: readonly PackFile[]): Promise<LoadedRulebook> => loadRulebook(files, sha256);

/** The files with one text in one of them replaced; the text must stand there exactly once. */
export function withChange(files: readonly PackFile[], path: string, from: string, to: string): PackFile[] {
  let changes = 0;
  const changed = files.map((file) => {
    if (file.path !== path) return file;
    changes += file.text.split(from).length - 1;
    return { ...file, text: file.text.replace(from, () => to) };
  });
  if (changes !== 1) throw new Error(`${path} has ${changes} places that read ${JSON.stringify(from)}.`);
  return changed;
}
