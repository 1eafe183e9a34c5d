import type { FactFile, RowEntry, Warning } from "../schemas/generated/types.ts";
import { nearest } from "../schemas/text/nearest.ts";
import { foldText } from "../schemas/values/text-equal.ts";
import { fullForm } from "./facts/short-form.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";

/** The fact that symptom rules read: a list with a field `name`. */
export const reportedSymptoms = "reported.symptoms";

export type FoundSymptom = { readonly rule: string } | { readonly nearest: readonly string[] };

/** Shorter texts would be found in almost any message, unless they have to stand there as words of their own. */
const fewestCharacters = 8;

/**
 * A page shows a status code as well as the sentence that tells more. The sentence counts if it is longer by half than
 * whatever else fits; two codes, or two sentences, leave it open.
 */
const clearlyMore = 1.5;
/** A status code in words is shorter: GatewayTimeout, 504 Gateway. */
const fewestOfSentence = 20;

/** The symptom rule that a caller means: by its id, or by the words on the user's screen. */
export function findSymptom(rulebook: Rulebook, said: string): FoundSymptom {
  const symptoms = rulebook.rules.filter(({ kind }) => kind === "symptom");
  const byId = symptoms.find(({ id }) => id === foldText(said));
  if (byId !== undefined) return { rule: byId.id };
  const wanted = onOneLine(said);
  const matching = symptoms
    .map((rule) => ({ rule: rule.id, fits: longestFit(wanted, [rule.title, ...rule.said]) }))
    .filter(({ fits }) => fits > 0)
    .sort((one, other) => other.fits - one.fits);
  const [most, next] = matching;
  if (most !== undefined && (next === undefined || saysMore(most.fits, next.fits)))
    return { rule: most.rule };
  const candidates = symptoms
    .map(({ id }) => id)
    .filter((id) => most === undefined || matching.some(({ rule }) => rule === id));
  const close = nearest(foldText(said), candidates);
  return { nearest: close.length > 0 ? close : candidates };
}

const saysMore = (most: number, next: number): boolean =>
  most >= fewestOfSentence && most >= clearlyMore * next;

/** As a browser, a mail and a typist write the same text: line ends, runs of spaces and curly marks tell nothing. */
const onOneLine = (text: string): string =>
  foldText(text)
    .replace(/\s+/gu, " ")
    .replace(/[\u2018\u2019]/gu, "'");

/** How many characters the two have in common where one of the texts stands in what was said, or holds it; 0 for none. */
function longestFit(wanted: string, texts: readonly string[]): number {
  const fits = texts.map(onOneLine).map((text) => {
    if (standsIn(wanted, text)) return text.length;
    return wanted.length >= fewestCharacters && text.includes(wanted) ? wanted.length : 0;
  });
  return Math.max(0, ...fits);
}

/** 502 is not said by 1502, 502.7.1 or HTTP502A, and "off" not by office. */
function standsIn(whole: string, part: string): boolean {
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (
      isApart(whole.slice(Math.max(0, at - 2), at), whole.slice(at + part.length, at + part.length + 2), part)
    )
      return true;
  }
  return false;
}

/** @param before the two characters in front of the part; `after`: the two behind it */
function isApart(before: string, after: string, part: string): boolean {
  const isShort = part.length < fewestCharacters;
  const mayTouchBefore = !isShort && !/^\p{N}/u.test(part);
  const mayTouchAfter = !isShort && !/\p{N}$/u.test(part);
  return (
    (mayTouchBefore || !/[\p{L}\p{N}]$|\p{N}[.,]$/u.test(before)) &&
    (mayTouchAfter || !/^[\p{L}\p{N}]|^[.,]\p{N}/u.test(after))
  );
}

/** The fact file with symptoms that were reported along with it. */
export function withSymptoms(facts: FactFile, symptoms: readonly string[]): FactFile {
  if (symptoms.length === 0) return facts;
  const rows: RowEntry[] = symptoms.map((name) => ({
    name,
    from: [{ source: "command-line", at: `--symptom ${name}` }],
  }));
  const entry = Object.hasOwn(facts.facts, reportedSymptoms) ? facts.facts[reportedSymptoms] : undefined;
  const full = entry === undefined ? { items: [] } : fullForm(entry);
  const given = "items" in full ? full : { items: [] };
  return {
    ...facts,
    sources: { ...facts.sources, "command-line": { kind: "command-line" } },
    facts: { ...facts.facts, [reportedSymptoms]: { ...given, items: [...given.items, ...rows] } },
  };
}

/**
 * The fact file with the reported symptoms by their ids, where somebody wrote down the words on the screen, and a
 * warning for each that nobody knows: it would be passed over in silence.
 */
export function withNamedSymptoms(
  rulebook: Rulebook,
  file: FactFile,
): { readonly facts: FactFile; readonly warnings: readonly Warning[] } {
  const entry = Object.hasOwn(file.facts, reportedSymptoms) ? file.facts[reportedSymptoms] : undefined;
  const full = entry === undefined ? null : fullForm(entry);
  if (full === null || !("items" in full)) return { facts: file, warnings: [] };
  const warnings: Warning[] = [];
  const items = full.items.map((row) => {
    if (typeof row.name !== "string") return row;
    const found = findSymptom(rulebook, row.name);
    if ("rule" in found) return { ...row, name: found.rule };
    warnings.push(unknownSymptom(row.name, found.nearest));
    return row;
  });
  return { facts: { ...file, facts: { ...file.facts, [reportedSymptoms]: { ...full, items } } }, warnings };
}

const mostNamed = 3;

function unknownSymptom(said: string, close: readonly string[]): Warning {
  const hint = close.length <= mostNamed ? ` Did you mean ${close.join(" or ")}?` : "";
  const message = `No loaded pack knows the reported symptom ${JSON.stringify(said)}; it was not used.${hint}`;
  return { code: "unknown-symptom", message, fact: reportedSymptoms };
}
