import { looksJapanese } from "./japanese-bytes.ts";
import type { CodePageReader, CodePages } from "./load-code-pages.ts";

interface GuessedCodePage {
  readonly name: string;
  readonly reader: CodePageReader;
}

const lowerCase = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüßÿ";
const upperCase = "ÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜŸ";
const signs = "«»°§€£µ–—‘’‚“”„…·•©®™¿¡ªº²³\u00a0";

const weights = new Map<string, number>([
  ...weighed(lowerCase, 3),
  ...weighed(upperCase, 2),
  ...weighed(signs, 1),
]);

/**
 * The code page in which the bytes above 0x7F read most like text. It is a guess and is to be called one.
 * On equal scores 850 wins, the console of western Europe, which shares its letters with 437, the one of the
 * United States; files saved as "ANSI" are in 1252.
 */
export function guessCodePage(bytes: Uint8Array, codePages: CodePages): GuessedCodePage {
  if (looksJapanese(bytes)) return named("cp932", codePages);
  const counts = countHighBytes(bytes);
  let best = named("cp850", codePages);
  for (const name of ["windows-1252", "cp437"]) {
    const other = named(name, codePages);
    if (score(other, counts) > score(best, counts)) best = other;
  }
  return best;
}

function named(name: string, codePages: CodePages): GuessedCodePage {
  const reader = codePages(name);
  if (!reader) throw new Error(`There is no table for the code page ${name}.`);
  return { name, reader };
}

function score({ reader }: GuessedCodePage, counts: ReadonlyMap<number, number>): number {
  const characters = reader.decode(Uint8Array.from(counts.keys()));
  let sum = 0;
  let at = 0;
  for (const count of counts.values()) {
    sum += count * (weights.get(characters.charAt(at)) ?? -3);
    at += 1;
  }
  return sum;
}

function weighed(characters: string, weight: number): [string, number][] {
  return Array.from(characters, (character) => [character, weight]);
}

function countHighBytes(bytes: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const byte of bytes) if (byte >= 0x80) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  return counts;
}
