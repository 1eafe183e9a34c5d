import { proseCharacters, safeBlock, safeLine } from "./safe-text.ts";

/**
 * Untrusted text in Markdown. A word that Markdown, HTML or the page it is pasted into would act on (mark-up,
 * addresses, mentions, keys of issues, ids of commits) is set as code, where nothing is acted on. That needs no
 * guess about which backslashes a ticket system understands, and an address or a path is easier to read so.
 */

export interface MarkdownPlace {
  readonly most?: number;
  /** In a cell of a table a bar ends the cell, even inside code. */
  readonly inTable?: boolean;
}

/** Letters, digits and the punctuation of sentences; what is not ASCII has no meaning in Markdown. */
const harmless = /^[A-Za-z0-9.,;:!?'"()/%=+\-\u{80}-\u{10ffff}]*$/u;

/** What pages turn into links or mentions although it has no mark-up. */
const actedOn: readonly RegExp[] = [
  /:\/\//,
  /www\./i,
  /[A-Za-z0-9-]\.[A-Za-z]{2}/,
  /\b[0-9a-f]{7,64}\b/i,
  /[A-Z][A-Z0-9_]{1,64}-\d/,
];

const openers = new Set(`"'(`);
const closers = new Set(`"').,;:!?`);

/** Alone at the start of a line these make a list, a heading of the line above, or a rule across the page. */
const lineStart = /^(?:[-+=]{1,500}|\d{1,9}[.)])$/;

/** One line of Markdown that reads as the text. */
export function safeMarkdown(
  text: string,
  { most = proseCharacters, inTable = false }: MarkdownPlace = {},
): string {
  const words = safeLine(text, most)
    .split(" ")
    .filter((word) => word !== "");
  return words.map((word, index) => safeWord(word, index === 0, inTable)).join(" ");
}

/** The text as code that cannot be broken out of; nothing for an empty text. */
export function safeCode(text: string, { most, inTable = false }: MarkdownPlace = {}): string {
  const line = safeLine(text, most).trim();
  if (!inTable) return codeSpan(line);
  return line.split("|").map(codeSpan).join("\\|");
}

/** Commands in a fence that is longer than every run of backticks in them. */
export function safeFence(text: string): readonly string[] {
  const lines = safeBlock(text).split("\n");
  while (lines.at(-1) === "") lines.pop();
  const fence = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return [fence, ...lines, fence];
}

function safeWord(word: string, first: boolean, inTable: boolean): string {
  if (first && lineStart.test(word)) return `${word.slice(0, -1)}\\${word.slice(-1)}`;
  if (isPlain(word)) return word;
  if (/^[!-/:-@[-`{-~]{1,3}$/.test(word)) return word.replace(/./g, "\\$&");
  let start = 0;
  let end = word.length;
  while (start < end && openers.has(word.charAt(start))) start++;
  while (end > start && closers.has(word.charAt(end - 1))) end--;
  const core = safeCode(word.slice(start, end), { most: word.length, inTable });
  return word.slice(0, start) + core + word.slice(end);
}

const isPlain = (word: string): boolean =>
  harmless.test(word) && !actedOn.some((pattern) => pattern.test(word)) && !hasEmojiName(word);

/** ":name:", but not the minutes of a time of day. */
const hasEmojiName = (word: string): boolean =>
  word
    .split(":")
    .slice(1, -1)
    .some((part) => /^[\w+-]{1,64}$/.test(part) && !/^\d{1,2}$/.test(part));

function codeSpan(line: string): string {
  if (line.trim() === "") return line;
  const ticks = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return ticks + pad + line + pad + ticks;
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
