import { proseCharacters, safeLine } from "./safe-text.ts";
import { flow } from "./text/line.ts";

/** One sentence of an explanation; the deeper, the more of a detail it is. */
export interface ExplanationLine {
  readonly depth: number;
  readonly text: string;
}

const deepest = 12;

/** Sentences under each other, two columns further in for each level; wrapped, so that they stay readable. */
export function explanation(
  lines: readonly ExplanationLine[],
  { width = 80 }: { width?: number } = {},
): string {
  const printed = lines.flatMap(({ depth, text }) => {
    const indent = 2 * Math.max(0, Math.min(deepest, Math.trunc(depth)));
    return flow(safeLine(text, proseCharacters), { width, indent, colour: false }, 2);
  });
  return printed.length === 0 ? "" : `${printed.join("\n")}\n`;
}
