import type { VerdictWord } from "../../../schemas/fact-types.ts";

/** One line of an explanation. The text is untrusted: it holds values of the customer's files. */
export interface ExplainedLine {
  /** How far it is indented; 0 for the first. */
  readonly depth: number;
  readonly text: string;
}

export const line = (depth: number, text: string): ExplainedLine => ({ depth, text });

/** A text of several lines, all at one depth; empty ones are left out. */
export const linesOf = (depth: number, text: string): ExplainedLine[] =>
  text
    .split("\n")
    .filter((each) => each.trim() !== "")
    .map((each) => line(depth, each));

export const verdictInWords: Record<VerdictWord, string> = {
  matches: "is found",
  "does-not-match": "is ruled out",
  "cannot-tell": "could not be checked",
};
