import { limits } from "../schemas/limits.ts";
import type { Problem } from "../schemas/text/problem.ts";
import { sortProblems } from "../schemas/text/problems.ts";
import { counted } from "./document/count.ts";
import { proseCharacters, safeBlock, safeLine } from "./safe-text.ts";
import { flow } from "./text/line.ts";
import { paint } from "./text/paint.ts";

export interface ProblemOptions {
  readonly colour: boolean;
  readonly width?: number;
  /** The lines around the place with a caret; nothing where the text of the file is not at hand. */
  readonly frameOf?: (problem: Problem) => string;
}

/** Every problem with its place, in the order of files and lines, and how many there are. Empty without any. */
export function problems(all: readonly Problem[], options: ProblemOptions): string {
  const sorted = sortProblems(all);
  if (sorted.length === 0) return "";
  const shown = sorted.slice(0, limits.printedProblems);
  const more = sorted.length - shown.length;
  const files = new Set(sorted.map(({ file }) => file)).size;
  const rest = more === 0 ? "" : ` The first ${shown.length} are shown, ${more} more are not.`;
  const blocks = shown.map((problem) => problemLines(problem, options).join("\n"));
  return `${blocks.join("\n\n")}\n\n${counted(sorted.length, "problem")} in ${counted(files, "file")}.${rest}\n`;
}

/** One problem, with a word before its code where it is no problem of the usual kind. */
export function problemLines(problem: Problem, options: ProblemOptions, word = ""): readonly string[] {
  const { colour, width = 80, frameOf } = options;
  const { file, line, column, code, message, hint } = problem;
  const frame = { width, indent: 2, colour };
  const place = paint(`${safeLine(file)}:${line}:${column}`, "label", colour);
  const codeFrame = frameOf?.(problem) ?? "";
  return [
    `${place}  ${word}${safeLine(code)}`,
    ...(codeFrame === "" ? [] : [safeBlock(codeFrame)]),
    ...flow(safeLine(message, proseCharacters), frame),
    ...(hint === undefined ? [] : flow(safeLine(hint, proseCharacters), frame)),
  ];
}
