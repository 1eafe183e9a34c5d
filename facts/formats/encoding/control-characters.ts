export interface ControlCharacters {
  readonly zeros: number;
  readonly others: number;
}

/**
 * Characters below U+0020 that are no part of text. Tab, line feed, carriage return, form feed, backspace
 * and escape are: consoles and pagers write them; so is 0x1A, the old end-of-file mark.
 */
export function controlCharacters(text: string): ControlCharacters {
  let zeros = 0;
  let others = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x20) continue;
    if (code === 0) zeros += 1;
    else if (code < 8 || code === 0x0b || (code > 0x0d && code !== 0x1a && code !== 0x1b)) others += 1;
  }
  return { zeros, others };
}

/** More than one zero in a thousand characters, or one other control character in twenty: no text at all. */
export function isBinary(text: string, { zeros, others }: ControlCharacters): boolean {
  return zeros * 1000 > text.length || others * 20 > text.length;
}
