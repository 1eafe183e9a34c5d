import type { Damage } from "../../formats/reading.ts";
import type { Warning } from "../format.ts";
import { counted, damageSentence } from "../sentences.ts";

const mostKept = 10;

/** What was left out of one file: the first few in words, the others counted. */
export class DamageList {
  readonly #first: Damage[] = [];
  #count = 0;

  add(damage: Damage): void {
    this.#count += 1;
    if (this.#first.length < mostKept) this.#first.push(damage);
  }

  sentences(): string[] {
    const more = this.#count - this.#first.length;
    const sentences = this.#first.map(damageSentence);
    return more > 0
      ? [...sentences, `${counted(more, "more place")} like these could not be read.`]
      : sentences;
  }

  /** One for the whole file. */
  warnings(shownAs: string): Warning[] {
    const [first] = this.#first;
    if (first === undefined) return [];
    const others = this.#count > 1 ? ` There are ${counted(this.#count - 1, "more place")} like this.` : "";
    const message = `${shownAs} could not be read completely; the rest of it was used. ${damageSentence(first)}${others}`;
    return [{ code: first.code, message, file: shownAs }];
  }
}
