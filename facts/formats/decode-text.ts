import { type ByteOrderMark, byteOrderMark, type UnicodeEncoding } from "./encoding/byte-order-mark.ts";
import { controlCharacters, isBinary } from "./encoding/control-characters.ts";
import { declarationFits, declaredEncoding } from "./encoding/declared-encoding.ts";
import * as note from "./encoding/encoding-notes.ts";
import { narrowEncoding } from "./encoding/narrow-encoding.ts";
import { unmarkedUtf16 } from "./encoding/unmarked-utf16.ts";
import { utf8Census } from "./encoding/utf8-census.ts";
import { type Damage, type Refused, refuse } from "./reading.ts";

export interface DecodedText {
  /** Without byte order mark and without lone surrogates. */
  readonly text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, or the name of a code page such as `cp850`. */
  readonly encoding: string;
  readonly notes: readonly Damage[];
}

/** A longer text does not fit into one string of this runtime. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Bytes to text, for every artifact that is text. In this order: byte order mark, UTF-16 without one, UTF-8,
 * the encoding that an XML declaration names, a guess at the code page. Binary content is refused.
 */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText | Refused> {
  if (bytes.length > mostBytes) return refuse(note.tooLong(mostBytes));
  const mark = byteOrderMark(bytes) ?? unmarked(bytes);
  const draft = mark ? decodeUnicode(bytes, mark) : await decodeNarrow(bytes);
  const text = withoutTrailingZeros(draft.text);
  const controls = controlCharacters(text);
  const isAllZeros = text === "" && draft.text !== "";
  if (isAllZeros || isBinary(text, controls)) return refuse(note.binary());
  const declared = declaredEncoding(text);
  const notes = [...draft.notes];
  if (text.length < draft.text.length) notes.push(note.zeroPadding());
  if (controls.zeros + controls.others > 0) notes.push(note.someControlCharacters(controls));
  if (text.includes("\ufffd")) notes.push(note.lostCharacters());
  if (declared && !declarationFits(declared, draft.encoding, text)) {
    notes.push(note.declarationDiffers(declared, draft.encoding));
  }
  return { text, encoding: draft.encoding, notes };
}

function withoutTrailingZeros(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

function unmarked(bytes: Uint8Array): ByteOrderMark | undefined {
  const encoding = unmarkedUtf16(bytes);
  return encoding && { encoding, bytes: 0 };
}

function decodeUnicode(bytes: Uint8Array, mark: ByteOrderMark): DecodedText {
  const content = bytes.subarray(mark.bytes);
  if (mark.encoding === "utf-8") return decodeStrictly(content, "utf-8", utf8Census(content).cutTail);
  return decodeStrictly(content, mark.encoding, content.length % 2);
}

async function decodeNarrow(bytes: Uint8Array): Promise<DecodedText> {
  const found = await narrowEncoding(bytes, bytes);
  if (found.kind === "utf-8") return decodeStrictly(bytes, "utf-8", found.cutTail);
  return { text: found.reader.decode(bytes), encoding: found.name, notes: found.notes };
}

function decodeStrictly(bytes: Uint8Array, encoding: UnicodeEncoding, cutTail: number): DecodedText {
  const whole = bytes.subarray(0, bytes.length - cutTail);
  const notes = cutTail > 0 ? [note.cutInCharacter()] : [];
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(whole),
      encoding,
      notes,
    };
  } catch {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(whole);
    return { text, encoding, notes: [...notes, note.brokenCharacters(encoding)] };
  }
}
