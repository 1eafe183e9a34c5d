import type { Words } from "../document/block.ts";
import { proseCharacters, safeLine } from "../safe-text.ts";
import { wrap } from "./wrap.ts";

/** The part of the screen that a block is printed into. */
export interface Frame {
  /** Columns of the whole screen. */
  readonly width: number;
  /** Columns left free in front. */
  readonly indent: number;
  readonly colour: boolean;
}

export const indented = (frame: Frame, columns: number): Frame => ({
  ...frame,
  indent: frame.indent + columns,
});

/** The one door through which words of a report get into a line. */
export const plain = (words: Words): string =>
  words
    .map((part) => (typeof part === "string" ? safeLine(part, proseCharacters) : safeLine(part.code)))
    .join("");

/** Wrapped into the frame; lines after the first stand `hanging` columns further in. */
export function flow(text: string, frame: Frame, hanging = 0): readonly string[] {
  const room = roomIn(frame);
  const lines = wrap(text, Math.max(1, room - hanging), room);
  return lines.map((line, index) => at(frame, line, index === 0 ? 0 : hanging));
}

/** Deep in a narrow screen a line rather runs over than shrinks to nothing. */
const narrowest = 8;

export const roomIn = ({ width, indent }: Frame): number => Math.max(narrowest, width - indent);

export const at = ({ indent }: Frame, line: string, further = 0): string =>
  line === "" ? "" : " ".repeat(indent + further) + line;
