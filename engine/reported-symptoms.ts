import type { FactFile, RowEntry } from "../schemas/generated/types.ts";
import { nearest } from "../schemas/text/nearest.ts";
import { foldText } from "../schemas/values/text-equal.ts";
import { fullForm } from "./facts/short-form.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";

/** The fact that symptom rules read: a list with a field `name`. */
export const reportedSymptoms = "reported.symptoms";

export type FoundSymptom = { readonly rule: string } | { readonly nearest: readonly string[] };

/** Shorter texts would be found in almost any message, unless they have to stand there as words of their own. */
const fewestCharacters = 8;

/** The symptom rule that a caller means: by its id, or by the words on the user's screen. */
export function findSymptom(rulebook: Rulebook, said: string): FoundSymptom {
  const symptoms = rulebook.rules.filter(({ kind }) => kind === "symptom");
  const wanted = foldText(said);
  const byId = symptoms.find(({ id }) => id === wanted);
  if (byId !== undefined) return { rule: byId.id };
  const fits = (text: string) =>
    standsIn(wanted, text) || (wanted.length >= fewestCharacters && text.includes(wanted));
  const matching = symptoms.filter((rule) => [rule.title, ...rule.said].some((text) => fits(foldText(text))));
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return { rule: only.id };
  const candidates = (matching.length > 1 ? matching : symptoms).map(({ id }) => id);
  const close = nearest(wanted, candidates);
  return { nearest: close.length > 0 ? close : candidates };
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
