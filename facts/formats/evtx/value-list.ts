import type { Chunk } from "./chunk.ts";
import { sidBytes } from "./identifiers.ts";
import { fixedBytes, valueKind, valueText } from "./value-text.ts";

/** The texts of a list value; `type` is the type of its members. */
export function listTexts(chunk: Chunk, type: number, at: number, size: number): string[] {
  const end = at + size;
  const texts: string[] = [];
  for (let start = at; start < end; ) {
    const bytes = memberBytes(chunk, type, start, end);
    texts.push(valueText(chunk, type, start, bytes));
    start += bytes;
  }
  return texts;
}

/** At least 1, so that a walk over members ends. */
function memberBytes(chunk: Chunk, type: number, at: number, end: number): number {
  if (type === valueKind.text) return zeroEnd(chunk, at, end, 2);
  if (type === valueKind.ansiText) return zeroEnd(chunk, at, end, 1);
  if (type === valueKind.sid) return sidBytes(chunk, at, end);
  const rest = end - at;
  const bytes = type === sizeType || type === booleanType ? widths[type](rest) : fixedBytes(type);
  return bytes === undefined ? rest : Math.min(bytes, rest);
}

const booleanType = 0x0d;
const sizeType = 0x10;

/** What is left of the list tells whether addresses of 8 bytes can be in it. */
const widths = {
  [booleanType]: () => 4,
  [sizeType]: (rest: number) => (rest % 8 === 0 ? 8 : 4),
};

/** Behind the zero that ends the text; a list may lack the last zero. */
function zeroEnd(chunk: Chunk, at: number, end: number, characterBytes: 1 | 2): number {
  for (let next = at; next + characterBytes <= end; next += characterBytes) {
    const character = characterBytes === 1 ? chunk.view.getUint8(next) : chunk.view.getUint16(next, true);
    if (character === 0) return next + characterBytes - at;
  }
  return end - at;
}
