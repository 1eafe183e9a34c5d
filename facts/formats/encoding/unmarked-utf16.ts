const sampleBytes = 64 * 1024;

/**
 * UTF-16 without a byte order mark, told by where its zero bytes lie: blanks, digits, line breaks and markup
 * are half zero in every language, and always the same half. Other binary content has zeros on both sides.
 */
export function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const end = Math.min(bytes.length, sampleBytes) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  const enough = end / 10;
  if (oddZeros > enough && evenZeros * 20 <= oddZeros) return "utf-16le";
  if (evenZeros > enough && oddZeros * 20 <= evenZeros) return "utf-16be";
  return undefined;
}
