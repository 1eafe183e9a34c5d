import { readPacks, sha256, shippedPack } from "../../cli/packs.ts";
import { loadRulebook } from "../../engine/rulebook/load.ts";
import type { Rulebook } from "../../engine/rulebook/rulebook.ts";

/** The shipped pack, read from its YAML. */
export async function readShippedPack(): Promise<Rulebook> {
  const read = readPacks([shippedPack]);
  if ("problems" in read) throw new Error("The shipped pack cannot be read.");
  const loaded = await loadRulebook(read.files, sha256);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.rulebook;
}
