import { readPacks } from "../../../cli/packs.ts";
import { lint } from "../../../engine/lint/lint.ts";
import { type ReadRulebook, readRulebook } from "../../../engine/rulebook/load.ts";
import type { PackFile } from "../../../engine/rulebook/source.ts";
import { runExamples } from "../../../engine/trial/examples.ts";
import type { Problem } from "../../../schemas/text/problem.ts";

/** A pack as it lies in this repository. */
export interface PackAtHand {
  readonly pack: string;
  readonly files: readonly PackFile[];
  readonly read: ReadRulebook;
}

export const shipped = "rules/entra-private-network-connector";
export const harbour = "test/fixtures/packs/harbour-print-server";

export async function packAtHand(folder: string): Promise<PackAtHand> {
  const files = filesOf(folder);
  const [{ pack } = { pack: "" }] = files;
  return { pack, files, read: await readRulebook(files, null) };
}

export function filesOf(folder: string): readonly PackFile[] {
  const read = readPacks([folder]);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.files;
}

export interface Said {
  /** What lint says of the new files; problems of other files are not theirs. */
  readonly problems: readonly Problem[];
  /** What came of the examples of the new rules: one has to fit, one not, and there is the one without facts. */
  readonly verdicts: Readonly<Record<string, string>>;
}

/** What lint and the examples say when a pack gets files: path to text. */
export async function withFiles(
  { pack, files }: Pick<PackAtHand, "pack" | "files">,
  texts: Readonly<Record<string, string>>,
): Promise<Said> {
  const drafts = Object.entries(texts).map(([path, text]) => ({ pack, path, shownAs: path, text }));
  const all = [...files, ...drafts];
  const { problems } = await lint(all, [pack]);
  const { rulebook, examples } = await readRulebook(all, null);
  const rules = Object.keys(texts).map((path) => path.replace(/^.*\/|\.yaml$/g, ""));
  const runs = await runExamples(
    rulebook,
    examples.filter(({ rule }) => rules.includes(rule)),
  );
  const ofRule = (id: string) => runs.filter(({ rule }) => rule === id).map(({ found }) => found);
  return {
    problems: problems.filter(({ file }) => Object.hasOwn(texts, file)),
    verdicts: Object.fromEntries(rules.map((id) => [id, ofRule(id).join(" ")])),
  };
}
