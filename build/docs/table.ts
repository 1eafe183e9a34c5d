import { safeMarkdown } from "../../reporters/safe-markdown.ts";

/** A Markdown table; its cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text of the pack or the program as one cell. */
export const cell = (text: string): string => safeMarkdown(text, { inTable: true });

/** A text of the pack outside of tables. */
export const prose = (text: string): string => safeMarkdown(text);

/** The name of a fact, field, rule or operator. */
export const name = (id: string): string => `\`${id}\``;
