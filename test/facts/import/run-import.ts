import type { ImportOptions } from "../../../facts/import/import-paths.ts";
import { importPaths } from "../../../facts/import/import-paths.ts";
import type { FactEntry } from "../../../schemas/generated/types.ts";
import { factFile } from "../../../schemas/generated/validate-fact-file.cjs";
import { type FakeEntry, fakeWorld } from "../fake-world.ts";
import { plan } from "./plan.ts";

/** Imports the folder /case. Whatever it holds, the result fits the schema of fact files. */
export async function importCase(files: Readonly<Record<string, FakeEntry>>, options: ImportOptions = {}) {
  const inCase = Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/case/${name}`, entry]));
  const imported = await importPaths(fakeWorld(inCase), ["/case"], plan, options);
  if (!factFile(imported.factFile)) throw new Error(JSON.stringify(factFile.errors));
  return imported;
}

type Imported = Awaited<ReturnType<typeof importPaths>>;

/** A fact in full form. */
export function factOf({ factFile }: Imported, id: string): FactEntry | undefined {
  return factFile.facts[id] as FactEntry | undefined;
}

export function rowsOf(imported: Imported, id: string) {
  const entry = factOf(imported, id);
  return entry && "items" in entry ? entry.items : undefined;
}

export function coversOf(imported: Imported, id: string) {
  const entry = factOf(imported, id);
  return entry && "items" in entry ? entry.covers : undefined;
}

/** The sources by path. */
export function sourceAt({ factFile }: Imported, path: string) {
  return Object.values(factFile.sources ?? {}).find((source) => source.path === path);
}
