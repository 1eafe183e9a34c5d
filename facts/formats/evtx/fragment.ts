import { limits } from "../../../schemas/limits.ts";
import type { Chunk, Template } from "./chunk.ts";
import { parseNodes } from "./parse-nodes.ts";
import { templateAt } from "./template.ts";
import type { TemplateInstance } from "./template-instance.ts";
import { readInstance, valueOffsets } from "./template-instance.ts";
import { token } from "./tokens.ts";
import { UnreadableRecord } from "./unreadable-record.ts";

/** What is needed while one record is decoded. */
export interface Decoder {
  readonly chunk: Chunk;
  /** Characters that this record may still unfold to. */
  textBudget: number;
  /** How many fragments stand inside each other at this moment. */
  depth: number;
}

/** A tree and the values for its holes. */
export interface Filled {
  readonly template: Template;
  readonly values: TemplateInstance;
  /** Where each value begins. */
  readonly offsets: readonly number[];
}

const noValues: TemplateInstance = { definitionAt: 0, count: 0, descriptorsAt: 0, valuesAt: 0, end: 0 };
const fragmentHeaderBytes = 4;
/** Windows nests three deep. */
const deepest = 12;

export const startDecoder = (chunk: Chunk): Decoder => ({
  chunk,
  textBudget: limits.eventCharacters,
  depth: 0,
});

/**
 * All work pays by what it reads or writes: a few hostile bytes can refer to the same long value a thousand times,
 * or unfold to values that unfold again.
 */
export function spend(decoder: Decoder, characters: number): void {
  const cost = characters + 8;
  decoder.textBudget -= cost;
  decoder.chunk.textBudget -= cost;
  if (decoder.textBudget < 0 || decoder.chunk.textBudget < 0) {
    throw new UnreadableRecord("the record unfolds to too much text", "record-too-large");
  }
}

/** Every `enter` is followed by a `leave`, but for a record that turns out unreadable. */
export function enter(decoder: Decoder, { values }: Filled): void {
  spend(decoder, values.count * 4);
  decoder.depth += 1;
  if (decoder.depth > deepest) throw new UnreadableRecord("templates are nested too deeply");
}

export function leave(decoder: Decoder): void {
  decoder.depth -= 1;
}

/** The binary XML from `at` to `end`: nearly always one template with values, else elements written out. */
export function openFragment(chunk: Chunk, at: number, end: number): Filled {
  const start = templateStart(chunk, at, end);
  if (start >= 0) {
    const values = readInstance(chunk, start, end);
    if (values.end >= end || chunk.view.getUint8(values.end) === token.endOfFragment)
      return fill(chunk, values);
  }
  return { template: { nodes: parseNodes(chunk, at, end, false) }, values: noValues, offsets: [] };
}

/** A template with values that stands as a part of other binary XML. */
export function openInstance(chunk: Chunk, at: number): Filled {
  return fill(chunk, readInstance(chunk, at, chunk.bytes.length));
}

/** Where the template instance begins that this fragment starts with, or -1. */
export function templateStart(chunk: Chunk, at: number, end: number): number {
  const start = at < end && chunk.view.getUint8(at) === token.fragmentHeader ? at + fragmentHeaderBytes : at;
  return start < end && chunk.view.getUint8(start) === token.templateInstance ? start : -1;
}

function fill(chunk: Chunk, values: TemplateInstance): Filled {
  return { template: templateAt(chunk, values.definitionAt), values, offsets: valueOffsets(chunk, values) };
}
