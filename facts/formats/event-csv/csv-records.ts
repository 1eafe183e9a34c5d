import { limits } from "../../../schemas/limits.ts";
import { LineCounter } from "../line-counter.ts";
import type { Damage } from "../reading.ts";

export type CsvPiece =
  | {
      readonly kind: "record";
      readonly cells: readonly string[];
      /** 1-based line on which it begins. */
      readonly line: number;
    }
  | { readonly kind: "damage"; readonly damage: Damage };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

interface Cell {
  readonly text: string;
  readonly end: number;
}

/** Where the record ends or stops making sense; "more" has to arrive first. */
type Found = { readonly end: number } | { readonly faultAt: number } | "more";

/**
 * Cuts a CSV file of any length into its records, chunk by chunk, in the memory of one chunk and one record. Cells in
 * quotation marks may hold separators, line breaks and doubled quotation marks. A record that makes no sense is left out
 * up to the end of its line, and a longer one than any event is left out, too: no text can make it hold more.
 */
export class CsvRecords {
  readonly #separator: string;
  readonly #lines = new LineCounter();
  #buffer = "";
  /** The record that is being read: where it begins, its cells so far, and where the next one begins. */
  #start = 0;
  #cells: string[] = [];
  #at = 0;

  constructor(separator: string) {
    this.#separator = separator;
  }

  push(chunk: string): readonly CsvPiece[] {
    this.#lines.forget(this.#buffer, this.#start);
    this.#buffer = this.#buffer.slice(this.#start) + chunk;
    this.#at -= this.#start;
    this.#start = 0;
    return this.#run(false);
  }

  end(): readonly CsvPiece[] {
    return this.#run(true);
  }

  #run(isEnd: boolean): readonly CsvPiece[] {
    const pieces: CsvPiece[] = [];
    while (this.#start < this.#buffer.length) {
      const found = this.#readCells(isEnd);
      const end = this.#endOf(found, isEnd);
      if (end === undefined) break;
      const piece = this.#pieceOf(found, end, isEnd);
      if (piece) pieces.push(piece);
      this.#start = end;
      this.#at = end;
      this.#cells = [];
    }
    return pieces;
  }

  #readCells(isEnd: boolean): Found {
    const text = this.#buffer;
    for (;;) {
      const isQuoted = text.charAt(this.#at) === '"';
      const cell = isQuoted
        ? readQuoted(text, this.#at, isEnd)
        : readBare(text, this.#at, this.#separator, isEnd);
      const next = text.charAt(cell?.end ?? 0);
      const afterNext = text.charAt((cell?.end ?? 0) + 1);
      if (cell === undefined || (next === "\r" && afterNext === "" && !isEnd)) return "more";
      this.#cells.push(cell.text);
      if (next !== this.#separator) return endOfRecord(cell.end, next, afterNext);
      this.#at = cell.end + 1;
    }
  }

  /** Where to go on; undefined to wait for more. */
  #endOf(found: Found, isEnd: boolean): number | undefined {
    if (found !== "more" && "end" in found) return found.end;
    const { length } = this.#buffer;
    const isTooLong = length - this.#start > limits.eventCharacters;
    if (found === "more" && !isTooLong) return isEnd ? length : undefined;
    const from = found === "more" ? this.#start + limits.eventCharacters : found.faultAt;
    const lineEnd = this.#buffer.indexOf("\n", from);
    if (lineEnd !== -1) return lineEnd + 1;
    return isEnd || isTooLong ? length : undefined;
  }

  #pieceOf(found: Found, end: number, isEnd: boolean): CsvPiece | undefined {
    const line = this.#lines.lineOf(this.#buffer, this.#start);
    if (end - this.#start > limits.eventCharacters) return damaged("event-too-long", line, tooLong);
    if (found === "more") return damaged("cut-off", line, isEnd ? cutOff : tooLong);
    if ("faultAt" in found) return damaged("quotation-mark", line, strayQuote);
    const isBlank = this.#cells.length === 1 && this.#cells[0] === "";
    return isBlank ? undefined : { kind: "record", cells: this.#cells, line };
  }
}

const tooLong = `The row that begins here is longer than ${limits.eventCharacters} characters; it is left out.`;
const cutOff = "The file ends in the middle of the row that begins here; the row is left out.";
const strayQuote =
  "In the row that begins here a quotation mark is missing, or one too many; the row is left out.";

function damaged(code: string, line: number, message: string): CsvPiece {
  return { kind: "damage", damage: { code, message, line } };
}

function endOfRecord(at: number, next: string, afterNext: string): Found {
  if (next === "\r") return { end: at + (afterNext === "\n" ? 2 : 1) };
  return next === "\n" || next === "" ? { end: at + next.length } : { faultAt: at };
}

function readQuoted(text: string, start: number, isEnd: boolean): Cell | undefined {
  let hasDoubled = false;
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    const next = text.charAt(quote + 1);
    if (next === "" && !isEnd) return undefined;
    if (next === '"') {
      hasDoubled = true;
      continue;
    }
    const content = text.slice(start + 1, quote);
    return { text: hasDoubled ? content.replaceAll('""', '"') : content, end: quote + 1 };
  }
  return undefined;
}

function readBare(text: string, start: number, separator: string, isEnd: boolean): Cell | undefined {
  const stop = separator.charCodeAt(0);
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === stop || code === lineFeed || code === carriageReturn) break;
  }
  if (end === text.length && !isEnd) return undefined;
  return { text: text.slice(start, end), end };
}
