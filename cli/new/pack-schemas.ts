import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packSchemas } from "../../engine/authoring/pack-schemas.ts";
import type { Rulebook } from "../../engine/rulebook/rulebook.ts";
import { writeResult } from "../output.ts";

export type Written = { readonly paths: readonly string[] } | { readonly why: string };

/** Writes the schemas of a pack into a folder, which is made. */
export async function writeSchemas(rulebook: Rulebook, folder: string): Promise<Written> {
  const made = makeFolder(folder);
  if (made !== null) return { why: made };
  const paths: string[] = [];
  for (const [name, text] of Object.entries(packSchemas(rulebook))) {
    const path = join(folder, name);
    const written = await writeResult(path, text);
    if (!written.ok) return { why: written.why };
    paths.push(path);
  }
  return { paths };
}

/** The schemas that are not there, or not as they would be written now. */
export function outdatedSchemas(rulebook: Rulebook, folder: string): readonly string[] {
  const entries = Object.entries(packSchemas(rulebook));
  return entries.flatMap(([name, text]) => (textOf(join(folder, name)) === text ? [] : [name]));
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** A sentence where the folder cannot be made. */
export function makeFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    return null;
  } catch {
    return `The folder ${folder} cannot be made. Name a place that you may write to.`;
  }
}
