import { existsSync } from "node:fs";
import { join } from "node:path";
import { schemaFolder } from "../../engine/authoring/pack-schemas.ts";
import { packTemplate } from "../../engine/authoring/templates/pack-template.ts";
import type { ProblemsWithTexts } from "../print-problems.ts";
import { toolVersion } from "../tool-version.ts";
import type { Made } from "./finish-draft.ts";
import type { Interview } from "./interview.ts";
import { idProblem } from "./names.ts";
import { writeSchemas } from "./pack-schemas.ts";
import { openPack } from "./target-pack.ts";
import { createWishes } from "./wishes.ts";
import { isThere, today, writeNew } from "./write-new.ts";

export interface NewPackOptions {
  readonly dir?: string;
  readonly title?: string;
}

/** A pack with one fact and one rule, in a folder of its own name. */
export async function newPack(
  id: string,
  { dir, title: given }: NewPackOptions,
  interview: Interview | null,
): Promise<Made | ProblemsWithTexts> {
  const wrongId = idProblem(id);
  if (wrongId !== null) return { problems: [wrongId], texts: new Map() };
  const folder = join(dir ?? (existsSync("rules") ? "rules" : "."), id);
  if (existsSync(folder)) return { problems: [isThere(folder)], texts: new Map() };
  const title = await createWishes(interview).settle({
    flag: "--title TITLE",
    given,
    question: "Which product does it know? (Enter: write it later)",
    otherwise: "",
    problem: () => null,
  });
  const files = packTemplate({ id, title: title === "" ? null : title, toolVersion, today: today() });
  for (const [path, text] of Object.entries(files)) {
    const problem = writeNew(join(folder, path), text);
    if (problem !== null) return { problems: [problem], texts: new Map() };
  }
  const made = await openPack(folder);
  if (!("problems" in made)) await writeSchemas(made.read.rulebook, join(folder, schemaFolder));
  return {
    paths: Object.keys(files).map((path) => join(folder, path)),
    advice: [
      `Replace what the comments speak of, then: connector-doctor lint ${folder} && connector-doctor test ${folder}`,
    ],
  };
}
