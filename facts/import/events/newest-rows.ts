import type { RowEntry } from "../../../schemas/generated/types.ts";
import { limits } from "../../../schemas/limits.ts";

interface Kept {
  readonly row: RowEntry;
  /**
   * ISO 8601 in UTC with seven digits, so that the order of texts is the order of times; a local time stands as if it were
   * in UTC. Empty if not known.
   */
  readonly time: string;
  /** The instant is not known. */
  readonly isOpen: boolean;
  readonly characters: number;
}

/** Keeps the newest rows of a stream in limited memory, however long it is and in whatever order it comes. */
export class NewestRows {
  #kept: Kept[] = [];
  #characters = 0;
  #dropped = 0;
  #newestDropped = "";
  #hasDroppedOpen = false;

  /** @param localTime where the instant is not known, and orders the row as if it were in UTC */
  add(row: RowEntry, time: string | undefined, localTime = ""): void {
    const characters = JSON.stringify(row).length;
    this.#kept.push({ row, time: time ?? localTime, isOpen: time === undefined, characters });
    this.#characters += characters;
    if (this.#kept.length > limits.eventRows * 2 || this.#characters > limits.eventRowsCharacters * 2)
      this.#prune();
  }

  /** The rows, oldest first. */
  rows(): readonly RowEntry[] {
    this.#prune();
    return this.#kept.map(({ row }) => row).reverse();
  }

  get dropped(): number {
    return this.#dropped;
  }

  /**
   * The time of the newest row that was given up; all rows after it are here. Undefined if none was given up, empty if one
   * could be of any time.
   */
  get newestDropped(): string | undefined {
    if (this.#dropped === 0) return undefined;
    return this.#hasDroppedOpen ? "" : this.#newestDropped;
  }

  /** Newest first; one row always stays. */
  #prune(): void {
    this.#kept.sort((a, b) => (a.time === b.time ? 0 : a.time < b.time ? 1 : -1));
    let characters = 0;
    let end = 0;
    for (const kept of this.#kept) {
      if (end === limits.eventRows || (end > 0 && characters + kept.characters > limits.eventRowsCharacters))
        break;
      characters += kept.characters;
      end += 1;
    }
    const given = this.#kept.slice(end);
    const [first] = given;
    if (first === undefined) return;
    this.#hasDroppedOpen ||= given.some(({ isOpen }) => isOpen);
    if (first.time > this.#newestDropped) this.#newestDropped = first.time;
    this.#dropped += this.#kept.length - end;
    this.#kept = this.#kept.slice(0, end);
    this.#characters = characters;
  }
}
