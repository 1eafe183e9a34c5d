import type { Chunk } from "./chunk.ts";
import { need } from "./unreadable-record.ts";

/** A template with a table of values: what nearly every record consists of. */
export interface TemplateInstance extends InstanceHead {
  /** Behind the last value. */
  readonly end: number;
}

/** What can be told without a look at the values. */
export interface InstanceHead {
  /** Offset of the template's definition in the chunk. */
  readonly definitionAt: number;
  readonly count: number;
  /** Four bytes for each value: size (2), type (1), padding (1). */
  readonly descriptorsAt: number;
  readonly valuesAt: number;
}

/** Token, version, template id (4), offset of the definition (4). */
const headBytes = 10;
/** Offset of the next definition in its list (4), GUID (16), size of what follows (4). */
export const definitionHeadBytes = 24;
const descriptorBytes = 4;

/** Reads the instance whose token stands at `at`; all its values end before `end`. */
export function readInstance(chunk: Chunk, at: number, end: number): TemplateInstance {
  const { definitionAt, count, descriptorsAt, valuesAt } = readInstanceHead(chunk, at, end);
  let valuesEnd = valuesAt;
  for (let d = descriptorsAt; d < valuesAt; d += descriptorBytes) valuesEnd += chunk.view.getUint16(d, true);
  need(valuesAt, valuesEnd - valuesAt, end);
  return { definitionAt, count, descriptorsAt, valuesAt, end: valuesEnd };
}

export function readInstanceHead(chunk: Chunk, at: number, end: number): InstanceHead {
  const definitionAt = definitionOffset(chunk, at, end);
  const inlineBytes = definitionAt === at + headBytes ? definitionBytes(chunk, definitionAt) : 0;
  const countAt = at + headBytes + inlineBytes;
  need(countAt, 4, end);
  const count = chunk.view.getUint32(countAt, true);
  const descriptorsAt = countAt + 4;
  need(descriptorsAt, count * descriptorBytes, end);
  return { definitionAt, count, descriptorsAt, valuesAt: descriptorsAt + count * descriptorBytes };
}

/** Where the template is defined whose instance stands at `at`. */
export function definitionOffset(chunk: Chunk, at: number, end: number): number {
  need(at, headBytes, end);
  return chunk.view.getUint32(at + 6, true);
}

/** Bytes of the definition at this offset, its head included. */
export function definitionBytes(chunk: Chunk, at: number): number {
  need(at, definitionHeadBytes, chunk.bytes.length);
  const bytes = definitionHeadBytes + chunk.view.getUint32(at + 20, true);
  need(at, bytes, chunk.bytes.length);
  return bytes;
}

export const valueSize = (chunk: Chunk, instance: InstanceHead, index: number): number =>
  chunk.view.getUint16(instance.descriptorsAt + index * descriptorBytes, true);

export const valueType = (chunk: Chunk, instance: InstanceHead, index: number): number =>
  chunk.view.getUint8(instance.descriptorsAt + index * descriptorBytes + 2);

/** Where each value begins. */
export function valueOffsets(chunk: Chunk, instance: TemplateInstance): number[] {
  const offsets: number[] = [];
  let at = instance.valuesAt;
  for (let index = 0; index < instance.count; index += 1) {
    offsets.push(at);
    at += valueSize(chunk, instance, index);
  }
  return offsets;
}

/** Where one value begins; the value ends before `end`. */
export function valueOffset(chunk: Chunk, instance: InstanceHead, index: number, end: number): number {
  let at = instance.valuesAt;
  for (let before = 0; before < index; before += 1) at += valueSize(chunk, instance, before);
  need(at, valueSize(chunk, instance, index), end);
  return at;
}
