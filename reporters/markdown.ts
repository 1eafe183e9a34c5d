import { documentOf } from "./document/document.ts";
import { layout } from "./markdown/layout.ts";
import type { Reporter } from "./reporter.ts";

/** For a ticket: plain Markdown without HTML, the same words in the same order as the text report. */
export const markdown: Reporter = (report, { verbose }) => {
  const paragraphs = documentOf(report, verbose).flatMap(layout);
  const filled = paragraphs.map((lines) => lines.join("\n")).filter((lines) => lines !== "");
  return `${filled.join("\n\n")}\n`;
};
