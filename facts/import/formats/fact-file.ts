import type { FactFile, Source } from "../../../schemas/generated/types.ts";
import type { Problem } from "../../../schemas/text/problem.ts";
import { canonicalLine } from "../../fact-file/canonical-json.ts";
import { completeFacts } from "../../fact-file/complete-facts.ts";
import { type ReadFactFile, readFactFile } from "../../fact-file/read-fact-file.ts";
import { isTooLarge, readWhole } from "../../read-untrusted.ts";
import type { FileAtHand, FileReading, Format } from "../format.ts";
import { outsideText, withoutSecrets } from "../outside-text.ts";
import { counted } from "../sentences.ts";
import { provisionalKey, sha256Of } from "../source-keys.ts";

const kind = "fact-file";

/** A fact file, in JSON or written by hand in YAML. */
export const factFile: Format = {
  recognises: (file) => looksLikeFactFile(file) || (file.isNamed && mayBeFactFile(file)),
  read: async (file) => {
    const bytes = readWhole(file.open, "factFileBytes");
    const read: ReadFactFile = isTooLarge(bytes)
      ? { ok: false, problems: [{ ...wholeFile(file), code: "file-too-large", message: bytes.message }] }
      : await readFactFile(bytes, file.givenAs);
    return read.ok ? used(file, read) : unused(file, read.problems);
  },
};

const topKey = /^(?:schemaVersion|subject|producer|collectedAt|sources|facts)\s{0,20}:/;

function looksLikeFactFile({ head, shownAs }: FileAtHand): boolean {
  const text = head.text?.trimStart() ?? "";
  if (text.startsWith("{"))
    return /"facts"\s{0,20}:/.test(text) || /"schemaVersion"\s{0,20}:\s{0,20}\d/.test(text);
  if (/\.ya?ml$/i.test(shownAs)) return /^facts\s{0,20}:/m.test(text);
  // A heading of Markdown is a comment of YAML.
  if (/\.(?:md|markdown)$/i.test(shownAs)) return false;
  const firstLine = text.split("\n", 200).find((line) => !/^\s*(?:#|---|$)/.test(line));
  return firstLine !== undefined && topKey.test(firstLine);
}

/** Whoever names a file like this means it as a fact file, and wants to hear why it is none. */
function mayBeFactFile({ head, shownAs }: FileAtHand): boolean {
  return head.text !== null && (shownAs === "-" || /\.(?:json|ya?ml)$/i.test(shownAs));
}

function used(
  file: FileAtHand,
  { file: content, places, language, encoding, notes }: ReadFactFile & { ok: true },
): FileReading {
  const naming = sourcesOf(content, file);
  const clean = { ...content, facts: withoutSecrets(content.facts) };
  const facts = completeFacts(clean, places, { self: file.source, rename: naming.rename });
  const { subject, producer, collectedAt } = content;
  return {
    kind,
    parser: `${language} 1`,
    encoding,
    notes,
    facts: [...facts].map(([fact, entry]) => ({ fact, entry })),
    warnings: [],
    ...(subject?.host !== undefined && { hosts: [subject.host] }),
    factFile: {
      ...(subject && { subject }),
      ...(producer && { producer }),
      ...(collectedAt && { collectedAt }),
      sources: naming.sources,
    },
  };
}

/** Problems quote the file, and so could quote a secret. */
function unused(file: FileAtHand, found: readonly Problem[]): FileReading {
  const problems = found.map((problem) => ({ ...problem, message: outsideText(problem.message) }));
  const [first] = problems;
  const why = first === undefined ? "" : ` ${first.message}`;
  const message = `${file.shownAs} was not used: it has ${counted(problems.length, "problem")}.${why}`;
  const warnings = [{ code: "fact-file-not-used", message, file: file.shownAs }];
  return { kind, notes: [`It was not used.${why}`], facts: [], warnings, problems };
}

const wholeFile = ({ givenAs }: FileAtHand) => ({ file: givenAs, line: 1, column: 1 });

/** The sources that a fact file names, by keys that mean the same in every fact file. */
function sourcesOf(
  content: FactFile,
  file: FileAtHand,
): { sources: Map<string, Source>; rename: (key: string) => string } {
  const sources = new Map<string, Source>();
  const keys = new Map<string, string>();
  const add = (name: string, source: Source): string => {
    const key = sourceKey(source);
    sources.set(key, source);
    keys.set(name, key);
    return key;
  };
  for (const [name, source] of Object.entries(content.sources ?? {})) add(name, withoutSecrets(source));
  const rename = (name: string) =>
    keys.get(name) ??
    add(name, {
      kind: "named-only",
      notes: [`${file.shownAs} calls it "${name}" and does not describe it.`],
    });
  return { sources, rename };
}

/** The same bytes at the same path are the same source, whoever names it. */
function sourceKey(source: Source): string {
  return provisionalKey(source.sha256 ?? sha256Of(canonicalLine(source)), source.path ?? "");
}
