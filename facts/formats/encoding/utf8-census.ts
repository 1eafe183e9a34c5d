interface Utf8Census {
  /** Complete characters of two or more bytes. */
  readonly characters: number;
  /** Bytes that belong to no character. */
  readonly strays: number;
  /** Bytes at the very end that begin a character and do not finish it: 0 to 3. */
  readonly cutTail: number;
}

/** Counts how much of a text is UTF-8, so that a damaged UTF-8 file is told from one in a code page. */
export function utf8Census(bytes: Uint8Array): Utf8Census {
  let characters = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1;
      continue;
    }
    const wanted = sequenceLength(bytes, at);
    const found = continuedLength(bytes, at, wanted);
    if (wanted > 1 && found === wanted) characters += 1;
    else if (wanted > 1 && at + found === bytes.length) return { characters, strays, cutTail: found };
    else strays += 1;
    at += wanted > 1 && found === wanted ? wanted : 1;
  }
  return { characters, strays, cutTail: 0 };
}

/** Bytes that the lead byte announces; 1 where it can lead nothing. Overlong forms and surrogates are refused. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const next = bytes[at + 1];
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) {
    const isOverlong = lead === 0xe0 && next !== undefined && next < 0xa0;
    const isSurrogate = lead === 0xed && next !== undefined && next > 0x9f;
    return isOverlong || isSurrogate ? 1 : 3;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const isOverlong = lead === 0xf0 && next !== undefined && next < 0x90;
    const isTooHigh = lead === 0xf4 && next !== undefined && next > 0x8f;
    return isOverlong || isTooHigh ? 1 : 4;
  }
  return 1;
}

function continuedLength(bytes: Uint8Array, at: number, wanted: number): number {
  let length = 1;
  while (length < wanted && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) length += 1;
  return length;
}
