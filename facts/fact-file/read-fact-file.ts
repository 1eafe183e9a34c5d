import type { FactFile } from "../../schemas/generated/types.ts";
import { limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { sortProblems } from "../../schemas/text/problems.ts";
import type { ReadValue } from "../../schemas/text/read-text.ts";
import { schemaProblems } from "../../schemas/text/schema-problems.ts";
import { decodeText } from "../formats/decode-text.ts";
import { isRefused } from "../formats/reading.ts";
import { wordsOfPeople } from "./by-hand.ts";
import { blankProblems } from "./check-blanks.ts";
import { timeProblems } from "./check-times.ts";
import { readDocument } from "./read-document.ts";
import { schemaVersion } from "./write-fact-file.ts";

export type ReadFactFile =
  | {
      readonly ok: true;
      /** As it was written, checked; `completeFacts` brings its facts to full form. */
      readonly file: FactFile;
      readonly language: "json" | "yaml";
      readonly encoding: string;
      /** Full sentences about the encoding. */
      readonly notes: readonly string[];
      readonly places: Pick<ReadValue, "placeOf" | "keyPlaceOf">;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a fact file: JSON, or YAML that somebody wrote by hand. All mistakes are told at once.
 *
 * @param name how the file is called in problems; its ending counts where the content could be both
 */
export async function readFactFile(bytes: Uint8Array, name: string): Promise<ReadFactFile> {
  const decoded = await decodeText(bytes);
  if (isRefused(decoded)) return unread(name, decoded.refused.code, decoded.refused.message, asText);
  const { language, document } = await readDocument(decoded.text, name);
  if (!document.ok) return { ok: false, problems: document.problems };
  const value = language === "yaml" ? wordsOfPeople(document.value) : document.value;
  const newer = newerVersion(value, name, document);
  if (newer) return { ok: false, problems: [newer] };
  if (hasTooManyFacts(value)) return unread(name, "too-many-facts", tooManyFacts, "Split the file.");
  const problems = await problemsOf(value, name, document);
  if (problems.length > 0) return { ok: false, problems };
  const notes = decoded.notes.map(({ message }) => message);
  return { ok: true, file: value as FactFile, language, encoding: decoded.encoding, notes, places: document };
}

const asText = "Save the file as text, UTF-8, and give it again.";
const tooManyFacts = `The file holds more than ${limits.facts} facts, which is more than is read from one file (limit facts).`;

async function problemsOf(value: unknown, name: string, document: ReadValue): Promise<readonly Problem[]> {
  const found = await schemaProblems("fact-file", value, name, document);
  const misfits = found.map(({ problem, path }) =>
    isEmptyList(value, path) ? whichOfTwo(problem, path) : problem,
  );
  const times = found.length === 0 ? timeProblems(value as FactFile, name, document) : [];
  return sortProblems([...misfits, ...times, ...blankProblems(value, name, document)]);
}

function isEmptyList(value: unknown, path: readonly (string | number)[]): boolean {
  const [root, fact, ...rest] = path;
  if (root !== "facts" || fact === undefined || rest.length > 0 || !isMap(value) || !isMap(value.facts))
    return false;
  const entry = value.facts[fact];
  return Array.isArray(entry) && entry.length === 0;
}

/** An empty list could mean either, and the two are far apart. */
function whichOfTwo(problem: Problem, path: readonly (string | number)[]): Problem {
  return {
    ...problem,
    code: "empty-list",
    message: `The list "${String(path[1])}" is empty, and that can mean two things.`,
    hint: "Write none if somebody looked and there are none; leave the fact out if nobody looked.",
  };
}

function newerVersion(value: unknown, file: string, places: ReadValue): Problem | undefined {
  const version = isMap(value) ? value.schemaVersion : undefined;
  if (typeof version !== "number" || version <= schemaVersion) return undefined;
  return {
    file,
    ...places.placeOf(["schemaVersion"]),
    code: "newer-version",
    message: `This fact file was made by a newer version: it has schemaVersion ${version}, and this version of the tool knows 1 to ${schemaVersion}.`,
    hint: "Update the tool, or make the fact file again with this version.",
  };
}

/** No pack has as many, and the places of so many would take too long to find. */
function hasTooManyFacts(value: unknown): boolean {
  return isMap(value) && isMap(value.facts) && Object.keys(value.facts).length > limits.facts;
}

function unread(file: string, code: string, message: string, hint: string): ReadFactFile {
  return { ok: false, problems: [{ file, line: 1, column: 1, code, message, hint }] };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
