import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { schemaFolder } from "../../engine/authoring/pack-schemas.ts";
import { packTemplate } from "../../engine/authoring/templates/pack-template.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { asTyped } from "../called-as.ts";
import { placesOfPack, shippedPacks } from "../packs.ts";
import { type ProblemsWithTexts, withoutTexts } from "../print-problems.ts";
import { toolVersion } from "../tool-version.ts";
import type { Made } from "./finish-draft.ts";
import type { Interview } from "./interview.ts";
import { idProblem, unknownName } from "./names.ts";
import { writeSchemas } from "./pack-schemas.ts";
import { openPack } from "./target-pack.ts";
import { createWishes } from "./wishes.ts";
import { isThere, today, writeNew } from "./write-new.ts";

export interface NewPackOptions {
  readonly extends?: string;
  readonly dir?: string;
  readonly title?: string;
}

/** A pack with one fact and one rule, in a folder of its own name. */
export async function newPack(
  id: string,
  { dir, title: given, extends: base }: NewPackOptions,
  interview: Interview | null,
): Promise<Made | ProblemsWithTexts> {
  const wrongId = idProblem(id);
  if (wrongId !== null) return withoutTexts([wrongId]);
  const folder = join(dir ?? (existsSync("rules") ? "rules" : "."), id);
  if (existsSync(folder)) return withoutTexts([isThere(folder)]);
  if (base !== undefined && !placesOfPack(base, folder).some((place) => existsSync(join(place, "pack.yaml"))))
    return withoutTexts([nothingToExtend(base, folder)]);
  const title = await createWishes(interview).settle({
    flag: "--title TITLE",
    given,
    question: "Which product does it know? (Enter: write it later)",
    otherwise: "",
    problem: () => null,
  });
  const draft = {
    id,
    title: title === "" ? null : title,
    extends: base ?? null,
    toolVersion,
    today: today(),
  };
  const files = packTemplate(draft);
  for (const [path, text] of Object.entries(files)) {
    const problem = writeNew(join(folder, path), text);
    if (problem !== null) return withoutTexts([problem]);
  }
  const made = await openPack(folder, null);
  if (!("problems" in made)) await writeSchemas(made.read.rulebook, join(folder, schemaFolder));
  return {
    paths: Object.keys(files).map((path) => join(folder, path)),
    advice: [
      "Replace what the comments speak of, then run:",
      `  ${asTyped("lint", folder)}`,
      `  ${asTyped("test", folder)}`,
    ],
  };
}

function nothingToExtend(base: string, folder: string): Problem {
  const packs = [...new Set([dirname(resolve(folder)), shippedPacks].flatMap(packsIn))].sort();
  return unknownName("pack", base, packs, "It lies beside the new one, or is shipped with this tool.");
}

function packsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => existsSync(join(folder, name, "pack.yaml")));
  } catch {
    return [];
  }
}
