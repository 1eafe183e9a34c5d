import type { Problem } from "../../schemas/text/problem.ts";
import type { World } from "../world.ts";
import type { Warning } from "./format.ts";
import type { InputFile } from "./open-file.ts";
import { type FoundFile, walk } from "./walk.ts";

/** A path as the person gave it, or what came on standard input. */
export type InputPath = string | { readonly stdin: Uint8Array };

export interface Inputs {
  readonly files: readonly InputFile[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/** All files behind the paths, each once, in an order that does not depend on that of the paths. */
export async function gatherInputs(world: World, paths: readonly InputPath[]): Promise<Inputs> {
  const byPath = new Map<string, FoundFile>();
  const files: InputFile[] = [];
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  for (const given of paths) {
    if (typeof given !== "string") {
      files.push(standardInput(given.stdin));
      continue;
    }
    const walked = await walk(world, given);
    problems.push(...walked.problems);
    warnings.push(...walked.warnings);
    for (const file of walked.files) byPath.set(file.path, moreTelling(file, byPath.get(file.path)));
  }
  const found = distinguished([...byPath.values()]);
  return {
    files: [...files, ...found].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
    problems,
    warnings,
  };
}

const sortKey = ({ shownAs, from }: InputFile): string => `${shownAs}\n${"path" in from ? from.path : ""}`;

function standardInput(content: Uint8Array): InputFile {
  const named = { shownAs: "-", givenAs: "-", folder: "", isNamed: true };
  return { ...named, bytes: content.length, from: { content } };
}

/** A file that was given twice, in a folder and by its name, stands once under its longer path, and was named. */
function moreTelling(file: FoundFile, other: FoundFile | undefined): FoundFile {
  if (other === undefined) return file;
  const isNamed = file.isNamed || other.isNamed;
  const isFirst =
    file.shownAs.length === other.shownAs.length
      ? file.givenAs < other.givenAs
      : file.shownAs.length > other.shownAs.length;
  return { ...(isFirst ? file : other), isNamed };
}

/** Two files that would be called the same have the folder they came from in front. */
function distinguished(files: readonly FoundFile[]): InputFile[] {
  const count = new Map<string, number>();
  for (const { shownAs } of files) count.set(shownAs, (count.get(shownAs) ?? 0) + 1);
  return files.map(({ path, ...file }) => {
    const isAlone = count.get(file.shownAs) === 1 || file.folder === "";
    return { ...file, shownAs: isAlone ? file.shownAs : `${file.folder}/${file.shownAs}`, from: { path } };
  });
}
