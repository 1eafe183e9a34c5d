import { limits } from "../schemas/limits.ts";

/**
 * The only way a string of a report, a pack or a problem is printed. All of them may carry what a stranger
 * wrote, and a terminal obeys escape sequences, hides zero-width characters and turns lines around.
 */

/** Characters that control a terminal, cannot be seen, turn the direction, or have no agreed look. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** What our own texts are made of. To compile the pattern above costs more than to print a whole report. */
const plain = /^[ -~·…→✓✗–—’]*$/;

const escapeUnseen = (text: string, asWritten: (character: string) => string): string =>
  plain.test(text) ? text : text.replace(unseen, asWritten);

/** A sentence of a pack may be longer than a value that was found: 2,000 characters. */
export const proseCharacters = 4 * limits.printedCharacters;

/** Commands are cut only where nobody would type them any more: 10,000 characters. */
const commandCharacters = 20 * limits.printedCharacters;

/** One line: line breaks and tabs become a space, the rest of what cannot be seen becomes `\u{..}`. */
export function safeLine(text: string, most: number = limits.printedCharacters): string {
  return escapeUnseen(cut(text, most).replace(/[\t\n\v\f\r]+/g, " "), asEscape);
}

/** Several lines, for commands and code frames: line breaks stay, a tab becomes four spaces. */
export function safeBlock(text: string, most: number = commandCharacters): string {
  return cut(text, most)
    .split(/\r\n|\n|\r/)
    .map((line) => escapeUnseen(line.replaceAll("\t", "    "), asEscape).trimEnd())
    .join("\n");
}

/** JSON that a terminal shows as it is: what cannot be seen becomes `\uXXXX`, which means the same. */
export function safeJson(json: string): string {
  return json.replace(unseen, (character) => (character === "\n" ? character : asJsonEscape(character)));
}

/** The note that something is cut off takes as much room. */
const aboutTheNote = 22;

/** Counted in code points, so that no pair of surrogates is torn. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = 0;
  let characters = 0;
  for (const character of text) {
    if (characters < most) kept += character.length;
    characters++;
  }
  const more = characters - most;
  if (more <= aboutTheNote) return text;
  return `${text.slice(0, kept)}… (${more} more characters)`;
}

function asEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function asJsonEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
