import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type ReadRulebook, readRulebook } from "../../engine/rulebook/load.ts";
import type { PackFile } from "../../engine/rulebook/source.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { extendedPacks } from "../load-rules.ts";
import { readPacks } from "../packs.ts";
import { toolVersion } from "../tool-version.ts";
import { usageProblem } from "../usage-problem.ts";
import type { Interview } from "./interview.ts";
import { sentenceOf, unknownName } from "./names.ts";

/** The pack that gets a new file. It may have problems; what could be understood of it is there. */
export interface TargetPack {
  readonly folder: string;
  /** The name of the folder. */
  readonly pack: string;
  readonly files: readonly PackFile[];
  readonly read: ReadRulebook;
}

/** @param interview asks which one, where there are several; null: nobody can be asked */
export async function openPack(
  named: string | undefined,
  interview: Interview | null,
  from = process.cwd(),
): Promise<TargetPack | { readonly problems: readonly Problem[] }> {
  const folder = named ?? (await nearestPack(from, interview));
  if (typeof folder !== "string") return { problems: [folder] };
  if (!existsSync(join(folder, "pack.yaml"))) {
    const message = `There is no pack in ${folder}: it holds no pack.yaml.`;
    return { problems: [usageProblem(message, "Name the folder of a pack, or make one with new pack.")] };
  }
  const read = readPacks([folder]);
  if ("problems" in read) return read;
  const files = [...read.files, ...(await extendedPacks(read.files, [folder]))];
  const [{ pack } = { pack: "" }] = read.files;
  return { folder, pack, files, read: await readRulebook(files, null, { toolVersion }) };
}

/** The pack that the working folder lies in, or else the one that is meant of those in the folder rules. */
async function nearestPack(from: string, interview: Interview | null): Promise<string | Problem> {
  for (let at = resolve(from); ; at = dirname(at)) {
    if (existsSync(join(at, "pack.yaml"))) return shortly(at);
    if (dirname(at) === at) break;
  }
  const packs = foldersIn(join(from, "rules")).filter((folder) => existsSync(join(folder, "pack.yaml")));
  const [only] = packs;
  if (only !== undefined && packs.length === 1) return only;
  if (packs.length > 1 && interview !== null) return askForPack(packs, interview);
  const hint = packs.length > 1 ? `There are: ${packs.join(", ")}.` : "Make one with new pack.";
  return usageProblem("Name the folder of the pack with --pack DIR.", hint);
}

function askForPack(packs: readonly string[], interview: Interview): Promise<string> {
  const names = packs.map((folder) => basename(folder));
  const named = (answer: string) => packs.find((folder) => answer === folder || answer === basename(folder));
  return interview
    .ask("Which pack is it for?", {
      choices: names,
      complaint: (answer) =>
        named(answer) === undefined ? sentenceOf(unknownName("pack", answer, names, "")) : null,
    })
    .then((answer) => named(answer) ?? answer);
}

const shortly = (path: string): string => relative(process.cwd(), path) || ".";

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => shortly(join(folder, name)));
  } catch {
    return [];
  }
}
