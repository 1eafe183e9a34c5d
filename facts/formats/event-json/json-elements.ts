import { limits } from "../../../schemas/limits.ts";
import { LineCounter } from "../line-counter.ts";
import type { Damage } from "../reading.ts";

export type JsonPiece =
  | {
      readonly kind: "element";
      readonly text: string;
      /** 1-based line on which it begins. */
      readonly line: number;
    }
  | { readonly kind: "damage"; readonly damage: Damage };

const structure = /["{}[\]]/g;

/**
 * Cuts JSON of any length into its outermost objects, chunk by chunk, in the memory of one chunk and one object: the
 * members of a list, objects one after the other (JSON Lines), or one object alone. It follows brackets and strings only;
 * whether an object is sound is for the parser to say.
 */
export class JsonElements {
  #buffer = "";
  /** Where to go on. */
  #at = 0;
  /** Where the object begins that is being read. */
  #start = -1;
  #depth = 0;
  #isInString = false;
  readonly #lines = new LineCounter();
  #hasOpenList = false;
  #hasNotedStray = false;
  /** After an object that was too long: looks for a line that begins like one. */
  #isLost = false;

  push(chunk: string): readonly JsonPiece[] {
    this.#forget(this.#start === -1 ? this.#at : this.#start);
    this.#buffer += chunk;
    const pieces: JsonPiece[] = [];
    while (this.#at < this.#buffer.length) {
      if (this.#isLost) this.#findAgain();
      else if (this.#start === -1) this.#outside(pieces);
      else if (this.#isInString) this.#inString();
      else this.#inside(pieces);
    }
    if (this.#start !== -1 && this.#buffer.length - this.#start > limits.eventCharacters)
      this.#giveUp(pieces);
    return pieces;
  }

  end(): readonly JsonPiece[] {
    if (this.#start !== -1) return [damaged("cut-off", this.#lineOf(this.#start), cutInEvent)];
    return this.#hasOpenList ? [damaged("cut-off", this.#lineOf(this.#at), cutInList)] : [];
  }

  /** Between objects, brackets, commas and blanks are passed over; anything else is told of once. */
  #outside(pieces: JsonPiece[]): void {
    const character = this.#buffer.charAt(this.#at);
    if (character === "{") {
      this.#start = this.#at;
      this.#depth = 1;
    } else if (character === "[") this.#hasOpenList = true;
    else if (character === "]") this.#hasOpenList = false;
    else if (!/[\s,\ufeff]/.test(character)) this.#noteStray(pieces);
    this.#at += 1;
  }

  #noteStray(pieces: JsonPiece[]): void {
    if (!this.#hasNotedStray) pieces.push(damaged("stray-content", this.#lineOf(this.#at), stray));
    this.#hasNotedStray = true;
  }

  #inString(): void {
    const quote = this.#buffer.indexOf('"', this.#at);
    this.#at = quote === -1 ? this.#buffer.length : quote + 1;
    if (quote === -1) return;
    let before = quote - 1;
    while (this.#buffer.charAt(before) === "\\") before -= 1;
    this.#isInString = (quote - before) % 2 === 0;
  }

  #inside(pieces: JsonPiece[]): void {
    structure.lastIndex = this.#at;
    const found = structure.exec(this.#buffer);
    this.#at = found === null ? this.#buffer.length : found.index + 1;
    if (found?.[0] === '"') this.#isInString = true;
    else if (found?.[0] === "{" || found?.[0] === "[") this.#depth += 1;
    else if (found !== null) this.#close(pieces);
  }

  #close(pieces: JsonPiece[]): void {
    this.#depth -= 1;
    if (this.#depth > 0) return;
    const line = this.#lineOf(this.#start);
    const isTooLong = this.#at - this.#start > limits.eventCharacters;
    const text = this.#buffer.slice(this.#start, this.#at);
    pieces.push(isTooLong ? damaged("event-too-long", line, tooLong) : { kind: "element", text, line });
    this.#start = -1;
  }

  #giveUp(pieces: JsonPiece[]): void {
    pieces.push(damaged("event-too-long", this.#lineOf(this.#start), tooLong));
    this.#at = this.#start + limits.eventCharacters;
    this.#start = -1;
    this.#isInString = false;
    this.#isLost = true;
    this.#findAgain();
  }

  #findAgain(): void {
    const lineStart = /\n[ \t]{0,40}\{/g;
    lineStart.lastIndex = this.#at;
    const found = lineStart.exec(this.#buffer);
    this.#isLost = found === null;
    this.#at = found === null ? this.#buffer.length : found.index;
  }

  #lineOf(index: number): number {
    return this.#lines.lineOf(this.#buffer, index);
  }

  #forget(until: number): void {
    this.#lines.forget(this.#buffer, until);
    this.#buffer = this.#buffer.slice(until);
    this.#at -= until;
    if (this.#start !== -1) this.#start = 0;
  }
}

const cutInEvent = "The file ends in the middle of the event that begins here; the event is left out.";
const cutInList = "The file ends before the list of events does: events that followed are missing.";
const stray = "Something that is no event stands between the events; it is passed over.";
const tooLong = `The event that begins here is longer than ${limits.eventCharacters} characters; it is left out.`;

function damaged(code: string, line: number, message: string): JsonPiece {
  return { kind: "damage", damage: { code, message, line } };
}
