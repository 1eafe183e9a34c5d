import { lint } from "../../engine/lint/lint.ts";
import { readRulebook } from "../../engine/rulebook/load.ts";
import type { PackFile } from "../../engine/rulebook/source.ts";
import { runExamples } from "../../engine/trial/examples.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { toolVersion } from "../tool-version.ts";
import type { TargetPack } from "./target-pack.ts";

/** How a pack stands with a file that is not written yet. */
export interface Tried {
  /** What lint says of the file itself. */
  readonly problems: readonly Problem[];
  /** Rules whose examples do not come out as expected with it, and did without. */
  readonly upset: readonly string[];
  /** The rulebook with it; null where the pack has problems of its own. */
  readonly rulebook: Awaited<ReturnType<typeof readRulebook>>["rulebook"] | null;
}

/** What lint and test would say if the file were there. */
export async function tryDraft(
  { files, pack, read }: TargetPack,
  drafts: readonly PackFile[],
): Promise<Tried> {
  const all = [...files, ...drafts];
  const own = new Set(drafts.map(({ shownAs }) => shownAs));
  const linted = await lint(all, [pack], { toolVersion });
  const problems = linted.problems.filter(({ file }) => own.has(file));
  if (problems.length > 0 || read.problems.length > 0) return { problems, upset: [], rulebook: null };
  const after = await readRulebook(all, null, { toolVersion });
  const failing = new Set(await failingRules(after));
  for (const rule of await failingRules(read)) failing.delete(rule);
  return { problems, upset: [...failing], rulebook: after.rulebook };
}

type Pack = Awaited<ReturnType<typeof readRulebook>>;

async function failingRules({ rulebook, examples }: Pack): Promise<readonly string[]> {
  const runs = await runExamples(rulebook, examples);
  return [...new Set(runs.filter(({ passed }) => !passed).map(({ rule }) => rule))];
}
