import type { Problem } from "./problem.ts";
import { withoutByteOrderMark } from "./read-text.ts";
import { visible } from "./visible.ts";

const linesBefore = 2;
const widestLine = 100;
const cutMark = "…";

/**
 * The line of a problem with up to two lines before it and a caret under the place, as plain text:
 *
 *         8 |   matches:
 *         9 |     - trust.certificate.days-leftt: -3
 *           |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Empty if the text has no such line.
 */
export function codeFrame(sourceText: string, problem: Pick<Problem, "line" | "column" | "length">): string {
  const lines = linesUpTo(withoutByteOrderMark(sourceText), problem.line);
  const last = lines.at(-1);
  if (last === undefined) return "";
  const from = startOfWindow(last, problem.column - 1);
  const gutter = Math.max(4, String(problem.line).length);
  const firstNumber = problem.line - lines.length + 1;
  const shown = lines.map((line, index) => {
    const number = String(firstNumber + index).padStart(gutter + 1);
    return `${number} | ${shownPart(line, from)}`.trimEnd();
  });
  return [...shown, `${" ".repeat(gutter + 1)} | ${caret(last, from, problem)}`].join("\n");
}

/** The line with that number and the two before it, without line breaks; none if the text is shorter. */
function linesUpTo(text: string, wanted: number): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let line = 1; line <= wanted; line++) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    if (line >= wanted - linesBefore) lines.push(text.slice(start, end).replace(/\r$/, ""));
    if (feed < 0) return line === wanted ? lines : [];
    start = end + 1;
  }
  return lines;
}

/** The offset from which a line is shown: 0, or such that the column stands in the middle. */
function startOfWindow(line: string, column: number): number {
  if (line.length <= widestLine) return 0;
  const start = Math.max(0, Math.min(column, line.length) - widestLine / 2);
  return start < widestLine / 4 ? 0 : start;
}

function shownPart(line: string, from: number): string {
  const part = visible(line.slice(from, from + widestLine));
  const before = from > 0 && line.length > 0 ? cutMark : "";
  return `${before}${part}${line.length > from + widestLine ? cutMark : ""}`;
}

function caret(line: string, from: number, problem: Pick<Problem, "column" | "length">): string {
  const column = Math.max(0, Math.min(problem.column - 1, line.length));
  const end = Math.min(
    column + Math.max(1, problem.length ?? 1),
    from + widestLine,
    Math.max(line.length, column + 1),
  );
  const indent = width(visible(line.slice(from, column))) + (from > 0 ? 1 : 0);
  return " ".repeat(indent) + "^".repeat(Math.max(1, width(visible(line.slice(column, end)))));
}

/** In code points: close enough to cells on a screen for the scripts that appear in settings. */
function width(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
