import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { Problem } from "../../../schemas/text/problem.ts";
import { readYaml } from "../../../schemas/text/read-yaml.ts";
import { type FormatName, schemaProblems } from "../../../schemas/text/schema-problems.ts";
import type { Findings } from "../findings.ts";
import type { PackFile } from "../source.ts";
import { inside, type PackDocument, rootOf } from "./document.ts";
import { hiddenCharacters } from "./hidden-characters.ts";

/** What was read from files before, for who reads a pack again and again: the same file object is not read twice. */
export type ReadMemory = WeakMap<PackFile, ReadFile>;

interface ReadFile {
  /** null: nothing of it can be used. */
  readonly document: PackDocument<object> | null;
  readonly problems: readonly Problem[];
  readonly cutTexts: readonly { readonly path: ValuePath }[];
}

/**
 * Reads one file of a pack and checks it against its schema. What does not fit is told, and left out of the
 * value, so that the rest of the file can be checked too. null: nothing of it can be used.
 */
export async function readDocument(
  file: PackFile,
  format: FormatName,
  findings: Findings,
  memory?: ReadMemory,
): Promise<PackDocument<object> | null> {
  const read = memory?.get(file) ?? (await readFile(file, format));
  memory?.set(file, read);
  const { document, problems, cutTexts } = read;
  findings.take(problems);
  if (document === null) return null;
  for (const { path } of cutTexts) if (isProse(path.at(-1))) tellCut(document, path, findings);
  return document;
}

async function readFile(file: PackFile, format: FormatName): Promise<ReadFile> {
  const read = await readYaml(file.text, file.shownAs);
  if (!read.ok) return { document: null, problems: read.problems, cutTexts: [] };
  const misfits = await schemaProblems(format, read.value, file.shownAs, read);
  const problems = [...hiddenCharacters(file), ...misfits.map(({ problem }) => problem)];
  const { cutTexts } = read;
  if (read.value === null || typeof read.value !== "object" || Array.isArray(read.value))
    return { document: null, problems, cutTexts };
  const damaged = new Set(misfits.flatMap(({ path, instead }) => damagedKeys(path, instead)));
  const document = { ...read, file, value: soundPart(read.value, damaged), damaged };
  return { document, problems, cutTexts };
}

function soundPart(value: object, damaged: ReadonlySet<string>): object {
  if (damaged.size === 0) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !damaged.has(key)));
}

/** The key of the file that a problem lies behind, and what it would be called if it were spelt right. */
function damagedKeys([key, ...deeper]: ValuePath, instead: string | null): string[] {
  if (typeof key !== "string") return [];
  const dashed = key
    .replace(/(?<=[a-z0-9])[A-Z]/g, "-$&")
    .replace(/[_ ]/g, "-")
    .toLowerCase();
  return [key, dashed, ...(deeper.length === 0 && instead !== null ? [instead] : [])];
}

const prose: ReadonlySet<unknown> = new Set([
  "title",
  "description",
  "because",
  "do",
  "run",
  "expect",
  "risk",
  "if",
  "look-for",
  "ask",
  "end",
  "details",
  "says",
]);

const isProse = (key: unknown): boolean => prose.has(key);

function tellCut(document: PackDocument, path: readonly (string | number)[], findings: Findings): void {
  const hint =
    "If the # belongs to the text, put the text in single quotes; else move the comment to a line of its own.";
  findings.warning(
    inside(rootOf(document), ...path),
    "comment-after-text",
    "The text ends where the # begins; what follows is a comment.",
    hint,
  );
}
