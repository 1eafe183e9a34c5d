import { limits } from "../../schemas/limits.ts";
import type { Seen, SeenLine, Words } from "../document/block.ts";
import { safeCode, safeMarkdown } from "../safe-markdown.ts";
import { markdownOf } from "./words.ts";

const cell = { most: limits.printedCharacters, inTable: true } as const;

/** A table of the facts, what was found, and where. */
export function seenTable({ lines }: Seen): readonly string[] {
  if (lines.length === 0) return [];
  return ["| Fact | Found | Where |", "| --- | --- | --- |", ...lines.flatMap(oneFact)];
}

function oneFact({ fact, found, places, rows, notes }: SeenLine): readonly string[] {
  return [
    row(safeCode(fact, cell), safeMarkdown(found, cell), placesCell(places)),
    ...rows.map(({ text, places: seenAt }) => row("", safeMarkdown(text, cell), placesCell(seenAt))),
    ...notes.map((note) => row("", safeMarkdown(note, cell), "")),
  ];
}

const placesCell = (places: readonly Words[]): string =>
  places.map((place) => markdownOf(place, cell)).join("; ");

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
