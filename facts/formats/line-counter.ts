/**
 * Tells the lines of a text of which only a part is in memory. Indexes are asked for in rising order, so that each line
 * break is looked for once.
 */
export class LineCounter {
  #line = 1;
  /** The next line break in the text, if it has been looked for; infinite if there is none. */
  #nextBreak: number | undefined;

  /** 1-based. */
  lineOf(text: string, index: number): number {
    this.#nextBreak ??= breakFrom(text, 0);
    while (this.#nextBreak < index) {
      this.#line += 1;
      this.#nextBreak = breakFrom(text, this.#nextBreak + 1);
    }
    return this.#line;
  }

  /** The text is about to lose what stands before the index, and to go on with more. */
  forget(text: string, until: number): void {
    this.lineOf(text, until);
    this.#nextBreak = undefined;
  }
}

function breakFrom(text: string, index: number): number {
  const found = text.indexOf("\n", index);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}
