import { isAscii } from "node:buffer";
import { byteOrderMark, type UnicodeEncoding } from "./encoding/byte-order-mark.ts";
import { controlCharacters, isBinary } from "./encoding/control-characters.ts";
import { declarationFits, declaredEncoding } from "./encoding/declared-encoding.ts";
import * as note from "./encoding/encoding-notes.ts";
import { narrowEncoding } from "./encoding/narrow-encoding.ts";
import { unmarkedUtf16 } from "./encoding/unmarked-utf16.ts";
import { type Damage, type Refused, refuse } from "./reading.ts";

interface ChunkedText {
  readonly text: AsyncIterable<string>;
  /** Filled while the text is read, complete when it has been read to its end. */
  readonly found: { encoding: string; readonly notes: Damage[] };
}

interface ChunkDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Decisions are made on this much of a file, or on all that there is. */
const sampleBytes = 64 * 1024;

/**
 * The same as `decodeText` for a file too long for one string: it decides by the first bytes, and as long as
 * all is plain ASCII it puts the choice between UTF-8 and a code page off.
 */
export async function decodeChunks(chunks: AsyncIterable<Uint8Array>): Promise<ChunkedText | Refused> {
  const rest = chunks[Symbol.asyncIterator]();
  const head = await readSample(rest);
  const mark = byteOrderMark(head);
  const encoding = mark?.encoding ?? unmarkedUtf16(head);
  const sample = new TextDecoder(encoding ?? "latin1").decode(head);
  if (isBinary(sample, controlCharacters(sample))) {
    await rest.return?.();
    return refuse(note.binary());
  }
  const found = { encoding: encoding ?? "utf-8", notes: [] };
  const text = decodeAll(head, mark?.bytes ?? 0, rest, encoding, found);
  return { text: closing(rest, text), found };
}

async function readSample(rest: AsyncIterator<Uint8Array>, start?: Uint8Array): Promise<Uint8Array> {
  const parts = start ? [start] : [];
  let bytes = start?.length ?? 0;
  while (bytes < sampleBytes) {
    const { value, done } = await rest.next();
    if (done) break;
    parts.push(new Uint8Array(value));
    bytes += value.length;
  }
  return Buffer.concat(parts);
}

/** Lets go of the file also when the reader stops early. */
async function* closing(
  rest: AsyncIterator<Uint8Array>,
  text: AsyncIterable<string>,
): AsyncGenerator<string> {
  try {
    yield* text;
  } finally {
    await rest.return?.();
  }
}

async function* decodeAll(
  head: Uint8Array,
  markBytes: number,
  rest: AsyncIterator<Uint8Array>,
  encoding: UnicodeEncoding | undefined,
  found: ChunkedText["found"],
): AsyncGenerator<string> {
  let decoder = encoding && unicodeDecoder(encoding);
  let isLossy = false;
  let bytes: Uint8Array | undefined = head.subarray(markBytes);
  while (bytes !== undefined) {
    if (!decoder && !isAscii(bytes)) {
      bytes = await readSample(rest, bytes);
      decoder = await chooseDecoder(bytes, head, found);
    }
    const text = (decoder ?? ascii).write(bytes);
    isLossy ||= text.includes("\ufffd");
    if (text !== "") yield text;
    const next = await rest.next();
    bytes = next.done ? undefined : next.value;
  }
  const tail = (decoder ?? ascii).end();
  isLossy ||= tail.includes("\ufffd");
  if (tail !== "") yield tail;
  if (isLossy) found.notes.push(note.lostCharacters());
  noteDeclaration(head, found);
}

async function chooseDecoder(
  bytes: Uint8Array,
  head: Uint8Array,
  found: ChunkedText["found"],
): Promise<ChunkDecoder> {
  const narrow = await narrowEncoding(bytes, head);
  if (narrow.kind === "utf-8") return unicodeDecoder("utf-8");
  found.encoding = narrow.name;
  found.notes.push(...narrow.notes);
  return narrow.reader.stream();
}

function noteDeclaration(head: Uint8Array, found: ChunkedText["found"]): void {
  const isWide = found.encoding.startsWith("utf-16");
  const sample = new TextDecoder(isWide ? found.encoding : "utf-8").decode(head);
  const declared = declaredEncoding(sample);
  if (!declared || declarationFits(declared, found.encoding, sample)) return;
  found.notes.push(note.declarationDiffers(declared, found.encoding));
}

const ascii: ChunkDecoder = {
  write: ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString("latin1"),
  end: () => "",
};

function unicodeDecoder(encoding: UnicodeEncoding): ChunkDecoder {
  if (encoding === "utf-8") return utf8Decoder();
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/**
 * Whole characters at a time. The decoder's own way of streaming gives texts that take two bytes for each letter, even
 * for plain ASCII, and all that reads them takes twice as long.
 */
function utf8Decoder(): ChunkDecoder {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let carried: Uint8Array = new Uint8Array();
  return {
    write: (bytes) => {
      const all = carried.length === 0 ? bytes : Buffer.concat([carried, bytes]);
      const end = all.length - unfinishedBytes(all);
      carried = new Uint8Array(all.subarray(end));
      return decoder.decode(all.subarray(0, end));
    },
    end: () => decoder.decode(carried),
  };
}

/** Bytes at the end that begin a character whose rest has not arrived. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
