import type { Chunk } from "./chunk.ts";
import { filetimeText } from "./filetime.ts";
import { guidText, sidText } from "./identifiers.ts";
import { addNote } from "./notes.ts";
import { need } from "./unreadable-record.ts";

/** The types of the values in a record. With `arrayFlag` set a value is a list. */
export const valueKind = {
  null: 0x00,
  text: 0x01,
  ansiText: 0x02,
  sid: 0x13,
  filetime: 0x11,
  binaryXml: 0x21,
} as const;
export const arrayFlag = 0x80;

interface Format {
  /** Bytes of one value; undefined where the size of the value says. */
  readonly bytes?: number;
  text(chunk: Chunk, at: number, size: number): string;
}

const int64Text = (high: number, low: number): string =>
  high >= -0x200000 && high < 0x200000
    ? String(high * 2 ** 32 + low)
    : String((BigInt(high) << 32n) + BigInt(low));

const hex64Text = (high: number, low: number): string =>
  high === 0 ? `0x${low.toString(16)}` : `0x${high.toString(16)}${low.toString(16).padStart(8, "0")}`;

const binaryText = (chunk: Chunk, at: number, size: number): string =>
  chunk.bytes.toString("hex", at, at + size).toUpperCase();

const windows1252 = new TextDecoder("windows-1252");

/** Ends of text are marked by zeros in some records and not in others; they are no part of the text. */
function plainText({ bytes, view }: Chunk, at: number, size: number): string {
  let end = at + (size & ~1);
  while (end > at && view.getUint16(end - 2, true) === 0) end -= 2;
  return bytes.toString("utf16le", at, end);
}

function ansiText({ bytes, view }: Chunk, at: number, size: number): string {
  let end = at + size;
  while (end > at && view.getUint8(end - 1) === 0) end -= 1;
  return windows1252.decode(bytes.subarray(at, end));
}

/** Four bytes in the format; some providers write one. */
function booleanText({ bytes }: Chunk, at: number, size: number): string {
  return String(bytes.subarray(at, at + size).some((byte) => byte !== 0));
}

function systemTimeText({ view }: Chunk, at: number): string {
  const part = (index: number, digits: number) =>
    String(view.getUint16(at + 2 * index, true)).padStart(digits, "0");
  const day = `${part(0, 4)}-${part(1, 2)}-${part(3, 2)}`;
  return `${day}T${part(4, 2)}:${part(5, 2)}:${part(6, 2)}.${part(7, 3)}Z`;
}

const hex32: Format = { bytes: 4, text: ({ view }, at) => `0x${view.getUint32(at, true).toString(16)}` };
const hex64: Format = {
  bytes: 8,
  text: ({ view }, at) => hex64Text(view.getUint32(at + 4, true), view.getUint32(at, true)),
};

/** Four or eight bytes, as wide as the machine's addresses. */
function sizeText(chunk: Chunk, at: number, size: number): string {
  need(at, 4, at + size);
  return (size < 8 ? hex32 : hex64).text(chunk, at, size);
}

/** By type number. */
const formats: ReadonlyMap<number, Format> = new Map<number, Format>([
  [0x00, { text: () => "" }],
  [0x01, { text: plainText }],
  [0x02, { text: ansiText }],
  [0x03, { bytes: 1, text: ({ view }, at) => String(view.getInt8(at)) }],
  [0x04, { bytes: 1, text: ({ view }, at) => String(view.getUint8(at)) }],
  [0x05, { bytes: 2, text: ({ view }, at) => String(view.getInt16(at, true)) }],
  [0x06, { bytes: 2, text: ({ view }, at) => String(view.getUint16(at, true)) }],
  [0x07, { bytes: 4, text: ({ view }, at) => String(view.getInt32(at, true)) }],
  [0x08, { bytes: 4, text: ({ view }, at) => String(view.getUint32(at, true)) }],
  [
    0x09,
    { bytes: 8, text: ({ view }, at) => int64Text(view.getInt32(at + 4, true), view.getUint32(at, true)) },
  ],
  [
    0x0a,
    { bytes: 8, text: ({ view }, at) => int64Text(view.getUint32(at + 4, true), view.getUint32(at, true)) },
  ],
  [0x0b, { bytes: 4, text: ({ view }, at) => String(view.getFloat32(at, true)) }],
  [0x0c, { bytes: 8, text: ({ view }, at) => String(view.getFloat64(at, true)) }],
  [0x0d, { text: booleanText }],
  [0x0e, { text: binaryText }],
  [0x0f, { bytes: 16, text: guidText }],
  [0x10, { text: sizeText }],
  [
    0x11,
    {
      bytes: 8,
      text: ({ view }, at) => filetimeText(view.getUint32(at + 4, true), view.getUint32(at, true)),
    },
  ],
  [0x12, { bytes: 16, text: systemTimeText }],
  [0x13, { text: (chunk, at, size) => sidText(chunk, at, at + size) }],
  [0x14, hex32],
  [0x15, hex64],
]);

/** The text Windows gives to one value that is neither a list nor binary XML. No bytes are the empty text. */
export function valueText(chunk: Chunk, type: number, at: number, size: number): string {
  if (size === 0) return "";
  if (type === valueKind.text) return plainText(chunk, at, size);
  const format = formats.get(type);
  if (format === undefined) {
    addNote(chunk.notes, "value-type-unknown", chunk.fileOffset + at);
    return binaryText(chunk, at, size);
  }
  if (format.bytes !== undefined) need(at, format.bytes, at + size);
  return format.text(chunk, at, size);
}

/** Bytes of one value of this type in a list; undefined where values of the type have no fixed size. */
export const fixedBytes = (type: number): number | undefined => formats.get(type)?.bytes;
