import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { shippedPack } from "../../cli/packs.ts";
import { loadTrial, type Trial } from "../../cli/test-command/load-trial.ts";
import type { FactFile } from "../../schemas/generated/types.ts";
import { root } from "../support/source-files.ts";

/** The shipped pack with its examples and all cases. */
export async function shippedTrial(): Promise<Trial> {
  const trial = await loadTrial({ pack: shippedPack, cases: null, rules: [] });
  if ("problems" in trial) throw new Error(trial.problems.map(({ message }) => message).join("\n"));
  return trial;
}

/** The fact files that readers are given to try. */
export function exampleFiles(): readonly { readonly name: string; readonly file: FactFile }[] {
  const folder = join(root, "examples");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ name, file: parse(readFileSync(join(folder, name), "utf8")) as FactFile }));
}
