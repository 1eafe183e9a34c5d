import type { Chunk } from "./chunk.ts";
import { valueKind, valueText } from "./value-text.ts";

/** Empty for a value that is no text. */
export type TextReader = (chunk: Chunk, type: number, at: number, size: number) => string;

/** Neighbouring records mostly share their names, and to compare bytes is far cheaper than to decode them. */
export function knownText(): TextReader {
  let bytes = new DataView(new ArrayBuffer(0));
  let text = "";
  return (chunk, type, at, size) => {
    if (type !== valueKind.text) return "";
    if (size !== bytes.byteLength || !isSame(chunk.view, at, bytes)) {
      text = valueText(chunk, type, at, size);
      bytes = new DataView(Uint8Array.from(chunk.bytes.subarray(at, at + size)).buffer);
    }
    return text;
  };
}

function isSame(view: DataView, at: number, known: DataView): boolean {
  const whole = known.byteLength & ~3;
  for (let index = 0; index < whole; index += 4) {
    if (view.getUint32(at + index, true) !== known.getUint32(index, true)) return false;
  }
  for (let index = whole; index < known.byteLength; index += 1) {
    if (view.getUint8(at + index) !== known.getUint8(index)) return false;
  }
  return true;
}
