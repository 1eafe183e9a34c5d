import { join } from "node:path";
import { schemaFolder } from "../../engine/authoring/pack-schemas.ts";
import type { PackFile } from "../../engine/rulebook/source.ts";
import { asTyped } from "../called-as.ts";
import { textsOf } from "../load-rules.ts";
import { type ProblemsWithTexts, withoutTexts } from "../print-problems.ts";
import { usageProblem } from "../usage-problem.ts";
import { writeSchemas } from "./pack-schemas.ts";
import type { TargetPack } from "./target-pack.ts";
import { tryDraft } from "./try-draft.ts";
import { writeNew } from "./write-new.ts";

/** What was written, and what is to be said about it. */
export interface Made {
  readonly paths: readonly string[];
  readonly advice: readonly string[];
}

interface Draft {
  /** Inside the pack. */
  readonly path: string;
  readonly text: string;
}

/** Writes new files of a pack that lint and test find in order, and the schemas that fit the pack with them. */
export async function finishDraft(
  target: TargetPack,
  drafts: readonly Draft[],
  rule: string | null,
): Promise<Made | ProblemsWithTexts> {
  const files = drafts.map(({ path, text }): PackFile => {
    return { pack: target.pack, path, shownAs: join(target.folder, path), text };
  });
  const { problems, upset, rulebook } = await tryDraft(target, files);
  if (problems.length > 0) return { problems, texts: textsOf(files) };
  if (rule !== null && upset.includes(rule)) {
    const message = `No example could be made for a start in which ${rule} comes out as it has to.`;
    return withoutTexts([usageProblem(message, "Name fewer facts.")]);
  }
  for (const { shownAs, text } of files) {
    const problem = writeNew(shownAs, text);
    if (problem !== null) return withoutTexts([problem]);
  }
  return {
    paths: files.map(({ shownAs }) => shownAs),
    advice: [
      ...(upset.length === 0 ? [] : [upsetAdvice(upset)]),
      ...(await refreshSchemas(target, rulebook)),
      "Replace what its comments speak of, then run:",
      `  ${asTyped("lint", target.folder)}`,
      ...(rule === null ? [] : [`  ${asTyped("test", target.folder, "--rule", rule)}`]),
    ],
  };
}

const upsetAdvice = (rules: readonly string[]): string =>
  `These rules have examples that do not say yet how it stands with the new rule, and do not come out any more: ${rules.join(", ")}. Add to them what rules it out.`;

/** The new file names a schema, which has to be there and to know the file. */
async function refreshSchemas(
  { folder }: TargetPack,
  rulebook: Parameters<typeof writeSchemas>[0] | null,
): Promise<readonly string[]> {
  if (rulebook === null)
    return [
      `The pack has problems, so that its schemas for editors were left as they are: ${asTyped("lint", folder)}`,
    ];
  const written = await writeSchemas(rulebook, join(folder, schemaFolder));
  return "why" in written ? [written.why] : [];
}
