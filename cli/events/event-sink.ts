import type { EventPrinter } from "./printers.ts";
import type { Writer } from "./stdout-writer.ts";

/** Where printed events go: one output for all files, which begins when there is something to say. */
export class EventSink {
  readonly #printer: EventPrinter;
  readonly #writer: Writer;
  #hasBegun = false;

  constructor(printer: EventPrinter, writer: Writer) {
    this.#printer = printer;
    this.#writer = writer;
  }

  /** False when nobody reads any more. */
  async take(text: string): Promise<boolean> {
    await this.#begin();
    return this.#writer.write(text);
  }

  /** @param isWanted something was read, so that even no event is an answer */
  async end(isWanted: boolean): Promise<void> {
    if (isWanted) await this.#begin();
    if (this.#hasBegun) await this.#writer.write(this.#printer.end);
    await this.#writer.flush();
  }

  async #begin(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    await this.#writer.write(this.#printer.begin);
  }
}
