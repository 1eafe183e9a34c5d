export type UnicodeEncoding = "utf-8" | "utf-16le" | "utf-16be";

export interface ByteOrderMark {
  readonly encoding: UnicodeEncoding;
  readonly bytes: number;
}

export function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", bytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", bytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", bytes: 2 };
  return undefined;
}
