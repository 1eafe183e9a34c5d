import { safeBlock } from "../safe-text.ts";
import { flow } from "../text/line.ts";
import type { LintLevel } from "./lint-result.ts";

/** What is known about one code. */
export interface CodePage {
  readonly code: string;
  readonly level: LintLevel;
  readonly means: string;
  readonly about: string;
  readonly sample: { readonly file: string; readonly wrong: string; readonly right: string } | null;
}

const width = 80;

/** One page for a terminal. */
export function lintPage({ code, level, means, about, sample }: CodePage): string {
  const frame = { width, indent: 0, colour: false };
  const blocks = [`${code} (${level})`, flow(means, frame).join("\n"), flow(about, frame).join("\n")];
  if (sample !== null) {
    blocks.push(`Wrong, in ${sample.file}:\n${indented(sample.wrong)}`);
    if (sample.right !== "") blocks.push(`Right:\n${indented(sample.right)}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

const indented = (lines: string): string =>
  safeBlock(lines)
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
