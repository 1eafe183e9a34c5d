import { columns, columnsOf } from "./width.ts";

/** A word too long for a line is broken behind one of these if there is one in its second half. */
const breakers = new Set("/\\.,;:-_=&?|)]}");

/** Lines of at most `width` columns, broken at spaces; always at least one line. */
export function wrap(text: string, width: number, firstWidth = width): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const room = () => Math.max(1, lines.length === 0 ? firstWidth : width);
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const wide = columns(word);
    if (line !== "" && used + 1 + wide <= room()) {
      line += ` ${word}`;
      used += 1 + wide;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    used = wide;
    while (used > room()) {
      const [head, tail] = breakWord(line, room());
      lines.push(head);
      line = tail;
      used -= columns(head);
    }
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** The part of the word that fits, at least one character, and the rest. */
function breakWord(word: string, width: number): readonly [string, string] {
  let taken = 0;
  let end = 0;
  let afterBreaker = 0;
  for (const character of word) {
    const next = taken + columnsOf(character);
    if (next > width && end > 0) break;
    taken = next;
    end += character.length;
    if (breakers.has(character) && taken > width / 2) afterBreaker = end;
  }
  const at = afterBreaker > 0 ? afterBreaker : end;
  return [word.slice(0, at), word.slice(at)];
}
