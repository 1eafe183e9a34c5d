import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { shippedPack, shippedPacks } from "../packs.ts";
import { usageProblem } from "../usage-problem.ts";

/** A case as it lies on the disk. */
export interface CaseSource {
  /** The name of its folder. */
  readonly name: string;
  readonly folder: string;
  /** `expected.yaml`, as it is shown to people, and where it lies. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
  /** The fact file, or the folder that a customer sent. */
  readonly input: string;
  /** A fact file alone, written for this case: everything in it is meant to be used. */
  readonly isFactFile: boolean;
}

export interface FoundCases {
  /** By name, in the order of code units. */
  readonly cases: readonly CaseSource[];
  readonly problems: readonly Problem[];
}

export const expectedFile = "expected.yaml";

/** What a case may be about; one of them lies beside its expected.yaml. */
const customerFolder = "from-customer";
const inputs = ["facts.yaml", "facts.json", customerFolder];

/** The cases of the shipped pack lie among the tests of the project; a pack of somebody else holds its own. */
export function casesFolder(pack: string): string {
  return resolve(pack) === resolve(shippedPack)
    ? join(shippedPacks, "..", "test", "cases")
    : join(pack, "cases");
}

/** @param folder as it was named; null: where the cases of the pack should be, if there are any */
export function findCases(folder: string | null, pack: string): FoundCases {
  const place = folder ?? casesFolder(pack);
  if (folder === null && !existsSync(place)) return { cases: [], problems: [] };
  const names = foldersIn(place);
  if (names === null) {
    const message = `There are no cases in ${place}: it is not a folder that can be read.`;
    return {
      cases: [],
      problems: [usageProblem(message, "Name the folder that holds a folder for each case.")],
    };
  }
  const found = names.map((name) => readSource(place, name));
  return {
    cases: found.flatMap((each) => ("code" in each ? [] : [each])),
    problems: found.flatMap((each) => ("code" in each ? [each] : [])),
  };
}

function foldersIn(place: string): readonly string[] | null {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(place, { withFileTypes: true });
  } catch {
    return null;
  }
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  return folders.map(({ name }) => name).sort();
}

function readSource(place: string, name: string): CaseSource | Problem {
  const folder = join(place, name);
  const path = join(folder, expectedFile);
  const file = shown(path);
  const there = inputs.filter((input) => existsSync(join(folder, input)));
  const [input] = there;
  if (input === undefined || there.length > 1) return inputProblem(file, name, there);
  try {
    if (statSync(path).size > limits.ruleFileBytes)
      return whole(
        file,
        "file-too-large",
        `The file has more than ${limits.ruleFileBytes} bytes.`,
        "Shorten it.",
      );
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return {
      name,
      folder,
      file,
      path,
      text,
      input: join(folder, input),
      isFactFile: input !== customerFolder,
    };
  } catch (error) {
    if (error instanceof TypeError)
      return whole(file, "not-utf-8", "The file is not UTF-8 text.", "Save it as UTF-8.");
    const message = `The case ${name} has no ${expectedFile} that can be read.`;
    return whole(file, "file-unreadable", message, "Write one with title and matches.");
  }
}

function inputProblem(file: string, name: string, there: readonly string[]): Problem {
  const all = inputs.join(", ");
  return there.length === 0
    ? whole(
        file,
        "case-without-facts",
        `The case ${name} has no facts.`,
        `Put one of these beside it: ${all}.`,
      )
    : whole(
        file,
        "case-with-two-inputs",
        `The case ${name} has ${there.join(" and ")}.`,
        "Keep one of them.",
      );
}

const whole = (file: string, code: string, message: string, hint: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code,
  message,
  hint,
});

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith("..") ? path : near).split(sep).join("/");
}
