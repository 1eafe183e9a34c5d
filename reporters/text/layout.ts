import type { Block, Entry, Finding, Labelled, Section } from "../document/block.ts";
import { safeLine } from "../safe-text.ts";
import { at, type Frame, flow, indented, plain, roomIn } from "./line.ts";
import { paint } from "./paint.ts";
import { seenLines } from "./seen.ts";
import { commandLines, referenceLines, stepLines } from "./step.ts";
import { columns } from "./width.ts";
import { wrap } from "./wrap.ts";

const labelWidth = 8;
/** The longest severity and two spaces. */
const headWidth = 10;
const deepestIndent = 3;

/** The lines of one block. */
export function layout(block: Block, frame: Frame): readonly string[] {
  switch (block.kind) {
    case "headline":
      return flow(plain([block.text]), frame, 2);
    case "counts":
      return countLines(block.parts, frame);
    case "section":
      return sectionLines(block, frame);
    case "finding":
      return findingLines(block, frame);
    case "labelled":
      return labelledLines(block, frame);
    case "entry":
      return entryLines(block, frame);
    case "paragraph":
      return flow(plain(block.words), frame, frame.indent === 0 ? 2 : 0);
    case "list":
      return block.items.flatMap((item) => flow(`- ${plain(item)}`, frame, 2));
    case "command":
      return commandLines(block, frame);
    case "seen":
      return seenLines(block, frame);
    case "step":
      return stepLines(block, frame);
    case "reference":
      return referenceLines(block, frame);
  }
}

/** As many parts on a line as fit, with a dot between them. */
function countLines(parts: readonly string[], frame: Frame): readonly string[] {
  const lines: string[] = [];
  for (const part of parts.map((text) => safeLine(text))) {
    const last = lines.at(-1);
    const longer = `${last} · ${part}`;
    if (last !== undefined && columns(longer) <= roomIn(frame)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.flatMap((line, index) => flow(line, index === 0 ? frame : indented(frame, 2), 2));
}

/** The title in capitals, what follows it, and the blocks two columns in. */
function sectionLines({ title, tone, lead, blocks }: Section, frame: Frame): readonly string[] {
  const words = plain(lead);
  const head = paint(title, tone, frame.colour);
  const body = blocks.flatMap((inner, index) => [
    ...(index > 0 && inner.kind === "entry" ? [""] : []),
    ...layout(inner, indented(frame, 2)),
  ]);
  if (words === "") return [at(frame, head), ...body];
  const [first = "", ...more] = wrap(words, roomIn(frame) - 2, roomIn(frame) - columns(title) - 2);
  return [at(frame, `${head}  ${first}`), ...more.map((line) => at(frame, line, 2)), ...body];
}

/** Severity, title and, at the right edge, how sure it is; the id of the rule under it. */
function findingLines(finding: Finding, outer: Frame): readonly string[] {
  const frame = indented(outer, 2 * Math.min(deepestIndent, Math.max(0, finding.depth - 1)));
  const isRoot = finding.depth === 0;
  const word = finding.severity.toUpperCase();
  const start = isRoot ? headWidth : word.length + 2;
  const sure = safeLine(finding.confidence);
  const [first = "", ...more] = wrap(safeLine(finding.title), roomIn(frame) - start - columns(sure) - 2);
  const gap = " ".repeat(Math.max(2, roomIn(frame) - start - columns(first) - columns(sure)));
  const severity = paint(word, finding.severity, frame.colour) + " ".repeat(start - word.length);
  const body = indented(frame, 2);
  return [
    at(frame, severity + first + gap + sure),
    ...more.map((line) => at(frame, line, start)),
    ...flow(plain(finding.note), indented(frame, start), 2),
    ...finding.blocks.flatMap((inner) => [...(isRoot ? [""] : []), ...layout(inner, body)]),
  ];
}

/** The label stands in front of the first line of its blocks, all of which are set in behind it. */
function labelledLines({ label, blocks }: Labelled, frame: Frame): readonly string[] {
  const body = indented(frame, labelWidth);
  const lines = blocks.flatMap((inner, index) => [
    ...(index > 0 && inner.kind === "finding" ? [""] : []),
    ...layout(inner, body),
  ]);
  const [first = "", ...more] = lines;
  const head = paint(label, "label", frame.colour) + " ".repeat(labelWidth - label.length);
  return [at(frame, head + first.slice(body.indent)), ...more];
}

/** A title with its details two columns in. */
function entryLines({ head, blocks }: Entry, frame: Frame): readonly string[] {
  const details = blocks.flatMap((inner) => layout(inner, indented(frame, 2)));
  return [...flow(plain(head), frame, 2), ...details];
}
