import { nearest } from "../../schemas/text/nearest.ts";
import { visible } from "../../schemas/text/visible.ts";
import type { FactDefinition, ScalarShape } from "./rulebook.ts";

const longestQuote = 80;

/** An author's text inside one of our sentences. */
export function quoted(text: string): string {
  const shown = visible(text.slice(0, longestQuote).replaceAll("\n", " "));
  return `"${shown}${text.length > longestQuote ? "…" : ""}"`;
}

/** `number of days`, `one of open, closed`, `text`. */
export function typeInWords({ type, unit, values }: ScalarShape): string {
  if (type === "one-of") return `one of ${values.join(", ")}`;
  if (type === "number" && unit !== null && unit !== "count")
    return unit === "percent" ? "number in percent" : `number of ${unit}`;
  return type;
}

/** `"trust.certificate.days-left" (number of days, days until the certificate expires)` */
export function factInWords(fact: FactDefinition): string {
  const type = fact.kind === "list" ? "list" : typeInWords(fact);
  const about = firstSentence(fact.description).replace(/^[A-Z](?=[a-z]* )/, (letter) =>
    letter.toLowerCase(),
  );
  return `${quoted(fact.id)} (${type}, ${about})`;
}

function firstSentence(description: string): string {
  const sentence = /^[^.]*(?:\.\S[^.]*)*/.exec(description.trim())?.[0] ?? "";
  return sentence.length > longestQuote ? `${sentence.slice(0, longestQuote).trimEnd()}…` : sentence;
}

/** `Did you mean "a"?`, else what there is, if that is little, else where it is written. */
export function didYouMean(name: string, candidates: readonly string[], otherwise: string): string {
  const [meant] = nearest(name, candidates, 1);
  if (meant !== undefined) return `Did you mean ${quoted(meant)}?`;
  return candidates.length > 0 && candidates.length <= 12
    ? `There are: ${[...candidates].sort().join(", ")}.`
    : otherwise;
}

/** `a -> b -> a` */
export const circleInWords = (circle: readonly string[]): string => circle.join(" -> ");

/** `a`, `a and b`, `a, b and c` */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
