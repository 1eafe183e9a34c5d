import type { Missing } from "../../schemas/generated/types.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import { sliceWord } from "../facts/coverage.ts";
import type { Ask, Rulebook } from "../rulebook/rulebook.ts";

/** Every report may have to ask for this one, whatever pack is loaded. */
const collectedAt: Ask = {
  id: "collected-at",
  title: "Say when the files were collected",
  do: "When were these files collected? Give it with --at.",
  run: null,
  lookFor: "The date and time with its offset from UTC, for example 2026-11-20T14:05+01:00.",
  who: "whoever collected the files",
  minutes: 1,
  looksAt: {},
};

/** The ways that a pack names for a fact, the best first. */
export function asksForFact(fact: string, { facts, asks }: Rulebook): readonly Ask[] {
  if (fact === collectedAt.id) return [collectedAt];
  const definition = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return (definition?.ask ?? []).flatMap((id) => (Object.hasOwn(asks, id) ? (asks[id] ?? []) : []));
}

/** Those of them that look at the part of it that is missing. */
export const asksFor = (missing: Missing, rulebook: Rulebook): readonly Ask[] =>
  asksForFact(missing.fact, rulebook).filter((ask) => looksAt(ask, missing));

/** What does not say which part it is may be any. */
function looksAt(ask: Ask, { fact, slice = {} }: Missing): boolean {
  const part = Object.hasOwn(ask.looksAt, fact) ? ask.looksAt[fact] : undefined;
  return Object.entries(part ?? {}).every(([field, values]) => {
    const wanted = Object.hasOwn(slice, field) ? slice[field] : undefined;
    return wanted === undefined || values.some((value) => foldText(sliceWord(value)) === foldText(wanted));
  });
}
