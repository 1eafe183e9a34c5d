import type { Seen, SeenLine, SeenRow } from "../document/block.ts";
import { safeLine } from "../safe-text.ts";
import { at, type Frame, flow, indented, plain, roomIn } from "./line.ts";
import { atRightEdge } from "./right-edge.ts";
import { columns, padTo } from "./width.ts";
import { wrap } from "./wrap.ts";

const widestName = 28;
const gap = 2;

/** A column of facts, a column of what was found, and the place on the right or under it. */
export function seenLines({ lines }: Seen, frame: Frame): readonly string[] {
  const names = lines.map(({ fact }) => columns(safeLine(fact)));
  const nameColumn = Math.min(widestName, Math.trunc(roomIn(frame) / 2), Math.max(0, ...names)) + gap;
  return lines.flatMap((line) => oneFact(line, nameColumn, frame));
}

function oneFact(line: SeenLine, nameColumn: number, frame: Frame): readonly string[] {
  const name = safeLine(line.fact);
  const values = indented(frame, nameColumn);
  const [firstValue = "", ...moreValues] = wrap(safeLine(line.found), roomIn(values));
  const head =
    columns(name) + gap <= nameColumn
      ? [at(frame, padTo(name, nameColumn) + firstValue).trimEnd()]
      : [...flow(name, frame, gap), at(values, firstValue)];
  const found = [...head, ...moreValues.map((value) => at(values, value))];
  return [
    ...atRightEdge(found, line.places.map(plain), frame),
    ...line.rows.flatMap((row) => rowLines(row, indented(frame, gap))),
    ...line.notes.flatMap((note) => flow(safeLine(note), indented(frame, 2 * gap), gap)),
  ];
}

const rowLines = ({ text, places }: SeenRow, frame: Frame): readonly string[] =>
  atRightEdge(flow(`- ${safeLine(text)}`, frame, gap), places.map(plain), frame);
