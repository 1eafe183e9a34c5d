import type { RE2JS } from "re2js";
import { limits } from "../limits.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** A pattern of a rule, matched in a time linear in the text. */
export interface Pattern {
  /** "unknown": no match in the part that may be looked at, and the text is longer than that. */
  test(text: string): boolean | "unknown";
}

/** Steps the matcher takes a character at most; `\pL{1000}` written often would make linear slow. */
const largestProgram = 4_000;
const rememberedPatterns = 5_000;

let engine: typeof RE2JS | undefined;
const remembered = new Map<string, Parsed<Pattern>>();

/** Patterns run on re2js, which is loaded only by those who use one. */
export async function loadPatternEngine(): Promise<void> {
  engine ??= (await import("re2js")).RE2JS;
}

/** Throws if the engine was not loaded; a pattern that cannot be used is a sentence for its author. */
export function compilePattern(source: string, { exact }: { readonly exact: boolean }): Parsed<Pattern> {
  if (engine === undefined) throw new Error("load the pattern engine first");
  const key = `${exact ? "=" : "~"}${source}`;
  const known = remembered.get(key);
  if (known) return known;
  const compiled = compile(engine, source, exact);
  if (remembered.size >= rememberedPatterns) remembered.clear();
  remembered.set(key, compiled);
  return compiled;
}

function compile(re2: typeof RE2JS, source: string, exact: boolean): Parsed<Pattern> {
  if (source === "") return refused("The pattern is empty; it would match every text.");
  if (source.length > limits.patternCharacters) {
    return refused(
      `The pattern has ${source.length} characters; at most ${limits.patternCharacters} are allowed.`,
    );
  }
  let compiled: RE2JS;
  try {
    compiled = re2.compile(source, exact ? 0 : re2.CASE_INSENSITIVE);
  } catch {
    return refused(whyNot(source));
  }
  if (compiled.programSize() > largestProgram) {
    return refused("The pattern repeats too much; use smaller counts in braces, or + and *.");
  }
  return parsed({ test: (text) => find(compiled, text) });
}

function find(compiled: RE2JS, text: string): boolean | "unknown" {
  if (text.length <= limits.patternInputCharacters) return compiled.test(text);
  const start = text.slice(0, limits.patternInputCharacters);
  const matcher = compiled.matcher(start);
  if (!matcher.find()) return "unknown";
  // A match that touches the cut may owe itself to it: `expired$` is no match if the text goes on.
  return matcher.end() < start.length || !looksAhead.test(compiled.pattern()) ? true : "unknown";
}

/** `$`, `\z`, `\b` and `\B` ask what stands behind the match. */
const looksAhead = /\$|\\[zbB]/;

/** Ordered: the first that fits the source is what its author most likely tripped over. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /\(\?<?[=!]/,
    "Look-ahead and look-behind (?= ?! ?<= ?<!) are not available; say it with two conditions instead.",
  ],
  [/\\(?:[1-9]|k[<{'])/, "Back-references like \\1 are not available; write out what is to be repeated."],
  [
    /\(\?>|[*+?}]\+/,
    "Possessive repeats and atomic groups are not available; they are not needed here, leave them out.",
  ],
  [/\{\d{4,}|\{\d+,\d{4,}/, "A repeat count is at most 1000."],
  [/\\[uc]/, "Characters by number are written \\x{41} here, not \\u0041."],
  [/\\Z/, "The end of the text is written \\z or $ here, not \\Z."],
];

function whyNot(source: string): string {
  const reason = reasons.find(([sign]) => sign.test(source));
  if (reason) return reason[1];
  return "The pattern cannot be read; look for a bracket, brace or parenthesis that is not closed, a repeat without anything before it, and a backslash before a letter that has no meaning.";
}
