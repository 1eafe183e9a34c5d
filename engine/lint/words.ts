import type { Condition } from "../condition.ts";
import { whereInWords } from "../facts/wording.ts";
import type { ScalarShape } from "../rulebook/rulebook.ts";
import type { Study } from "./study.ts";

const longestWords = 160;

/** A condition in a sentence; a long one is cut. */
export function inWords(condition: Condition, { rulebook }: Study): string {
  const shapes: Record<string, ScalarShape> = {};
  for (const fact of factsTested(condition)) {
    const known = Object.hasOwn(rulebook.facts, fact) ? rulebook.facts[fact] : undefined;
    if (known?.kind === "scalar") shapes[fact] = known;
  }
  const words = whereInWords(condition, shapes, rulebook.lists);
  return words.length > longestWords ? `${words.slice(0, longestWords).trimEnd()}…` : words;
}

function factsTested(condition: Condition): readonly string[] {
  if (condition.kind === "all" || condition.kind === "any") return condition.of.flatMap(factsTested);
  if (condition.kind === "not") return factsTested(condition.of);
  return condition.kind === "test" ? [condition.subject] : [];
}
