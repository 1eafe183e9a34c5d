import type { Inline, Words } from "../document/block.ts";
import { type MarkdownPlace, safeCode, safeMarkdown } from "../safe-markdown.ts";

/** The one door through which words of a report get into a line of Markdown. */
export function markdownOf(words: Words, place: MarkdownPlace = {}): string {
  let line = "";
  for (const part of words) {
    const next = inlineOf(part, place);
    // Two pieces of code side by side would become one with other delimiters.
    line += line.endsWith("`") && next.startsWith("`") ? ` ${next}` : next;
  }
  return line.trim();
}

function inlineOf(part: Inline, place: MarkdownPlace): string {
  if (typeof part !== "string") return safeCode(part.code, place);
  const text = safeMarkdown(part, place);
  if (text === "") return part === "" ? "" : " ";
  return (part.startsWith(" ") ? " " : "") + text + (part.endsWith(" ") ? " " : "");
}
