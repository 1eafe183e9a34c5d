/** Control and format characters (direction marks, zero width), line separators and lone surrogates. */
const unseen = /[\p{Control}\p{Format}\p{Surrogate}\p{Private_Use}\u2028\u2029]/gu;

/** One line of untrusted text made harmless: a tab becomes a space, what cannot be seen becomes `\u{..}`. */
export function visible(line: string): string {
  return line.replace(unseen, (character) =>
    character === "\t" ? " " : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
