import type { CollectXmlElement, FactEntry, Origins, ValueEntry } from "../../../schemas/generated/types.ts";
import { decodeText } from "../../formats/decode-text.ts";
import { type Damage, isRefused } from "../../formats/reading.ts";
import { readXml } from "../../formats/xml/read-xml.ts";
import { elementsAt, type XmlElement, type XmlMatch } from "../../formats/xml/xml-element.ts";
import { isTooLarge, readWhole } from "../../read-untrusted.ts";
import type { FileAtHand, FileReading, Format, FoundFact, Warning } from "../format.ts";
import { damageSentence } from "../sentences.ts";
import { valueOfText } from "../value-of-text.ts";
import { type Plan, type WantedFact, wantedOf } from "../wanted-fact.ts";
import { rootNames } from "./root-name.ts";

type Wanted = WantedFact<CollectXmlElement>;

/** A small XML file, known by its root element, single elements of which are wanted. */
export const xmlSettings: Format = {
  recognises: ({ head }, plan) => wantedIn(head.text, plan).length > 0,
  read: async (file, plan) => {
    const wanted = wantedIn(file.head.text, plan);
    const kind = wanted[0]?.collect.as ?? wanted[0]?.collect.root ?? "xml";
    const text = await textOf(file);
    if ("refused" in text) return { kind, parser, ...refusal(file, wanted, text.refused) };
    const { encoding } = text;
    const document = await readXml(text.text);
    if (isRefused(document)) return { kind, parser, encoding, ...refusal(file, wanted, document.refused) };
    const found = wanted.map((each) => factOf(document.value, each, file));
    const notes = [...text.notes, ...document.notes].map(damageSentence);
    return {
      kind,
      parser,
      encoding,
      notes,
      facts: found.map(({ fact }) => fact),
      warnings: found.flatMap(({ warnings }) => warnings),
    };
  },
};

const parser = "xml-settings 1";

function wantedIn(head: string | null, plan: Plan): readonly Wanted[] {
  const roots = head === null ? [] : rootNames(head);
  return wantedOf(plan, "xml-element").filter(({ collect }) => roots.includes(collect.root));
}

async function textOf(file: FileAtHand): ReturnType<typeof decodeText> {
  const bytes = readWhole(file.open, "settingsFileBytes");
  return isTooLarge(bytes) ? { refused: { code: "too-large", message: bytes.message } } : decodeText(bytes);
}

/** The file costs its own facts, and only those. */
function refusal(
  file: FileAtHand,
  wanted: readonly Wanted[],
  damage: Damage,
): Pick<FileReading, "notes" | "facts" | "warnings"> {
  const detail = damageSentence(damage);
  const at = damage.line === undefined ? {} : { at: `line ${damage.line}` };
  const entry: FactEntry = { unknown: "damaged-source", detail, from: [{ source: file.source, ...at }] };
  const message = `${file.shownAs} could not be read, so what it says is not known. ${detail}`;
  return {
    notes: [detail],
    facts: wanted.map(({ fact }) => ({ fact, entry })),
    warnings: [{ code: damage.code, message, file: file.shownAs }],
  };
}

interface Found {
  readonly fact: FoundFact;
  readonly warnings: readonly Warning[];
}

function factOf(root: XmlElement, wanted: Wanted, file: FileAtHand): Found {
  const { fact, collect } = wanted;
  const matches = elementsAt(root, `${collect.root}/${collect.element}`);
  const [first, ...others] = matches.map((match) => entryOf(match, wanted, file));
  if (first === undefined) return absent(root, wanted, file);
  const known = [first, ...others].filter((entry) => "value" in entry);
  const unreadable = [first, ...others].find((entry) => "unknown" in entry);
  if (unreadable && "unknown" in unreadable)
    return { fact: { fact, entry: unreadable }, warnings: [doubt(unreadable.detail ?? "", fact, file)] };
  const warnings = known.flatMap((entry) =>
    entry.note === undefined ? [] : [doubt(entry.note, fact, file)],
  );
  return { fact: { fact, entry: joined(known, first) }, warnings };
}

/** The same element twice: one value if they agree, else a conflict. */
function joined(known: readonly ValueEntry[], first: FactEntry): FactEntry {
  const values = new Set(known.map(({ value }) => value));
  if (values.size > 1) return { conflict: [...known] };
  return { ...first, from: known.flatMap(({ from }) => from ?? []) };
}

function entryOf(match: XmlMatch, { type, values, collect }: Wanted, file: FileAtHand): FactEntry {
  const from: Origins = [{ source: file.source, at: `line ${match.line}` }];
  if (type === "list")
    return { unknown: "wrong-type", detail: "One element cannot give the rows of a list.", from };
  const result = valueOfText(match.text, type, values);
  if (result.ok) return { ...result.value, from };
  return { unknown: "parse-error", detail: `${collect.element} cannot be used. ${result.why}`, from };
}

function absent(root: XmlElement, { fact, orNone, collect }: Wanted, file: FileAtHand): Found {
  const from: Origins = [{ source: file.source, at: `line ${root.line}` }];
  const note = `The file has no ${collect.element}.`;
  if (orNone) return { fact: { fact, entry: { value: null, note, from } }, warnings: [] };
  return {
    fact: { fact, entry: { unknown: "parse-error", detail: note, from } },
    warnings: [doubt(note, fact, file)],
  };
}

function doubt(why: string, fact: string, file: FileAtHand): Warning {
  return { code: "value-in-doubt", message: `${file.shownAs}: ${why}`, file: file.shownAs, fact };
}
