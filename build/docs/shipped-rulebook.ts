import { loadPacks } from "../../cli/load-rules.ts";
import { readPacks, shippedPack } from "../../cli/packs.ts";
import type { Rulebook } from "../../engine/rulebook/rulebook.ts";

/** The shipped pack from its YAML; the build has said what is wrong with it before anything gets here. */
export async function shippedRulebook(): Promise<Rulebook> {
  const read = readPacks([shippedPack]);
  if ("problems" in read) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const { loaded } = await loadPacks(read.files, []);
  if (!loaded.ok) throw new Error("The shipped pack does not load; the command lint says why.");
  return loaded.rulebook;
}
