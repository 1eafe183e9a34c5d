import { derTag } from "./der.ts";

/** What a file of DER holds, by its first few bytes; enough to never read on where a private key lies. */
type DerKind = "certificate" | "private-key" | "pkcs7" | "other";

const signedDataId = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/**
 * Private keys (PKCS#1, PKCS#8, SEC 1) and key stores (PKCS#12) begin with a small version number, encrypted
 * PKCS#8 with an algorithm before one run of bytes, certificates with their own contents.
 */
export function derKind(bytes: Uint8Array): DerKind {
  if (bytes[0] !== derTag.sequence) return "other";
  const start = contentStart(bytes, 0);
  const tag = bytes[start];
  if (tag === derTag.integer) {
    const isVersion = bytes[start + 1] === 1 && (bytes[start + 2] ?? 255) <= 3;
    return isVersion ? "private-key" : "other";
  }
  if (tag === derTag.objectId) {
    return signedDataId.every((byte, index) => bytes[start + index] === byte) ? "pkcs7" : "other";
  }
  // A text that begins with "000" would pass for a short one; no certificate is shorter than 128 bytes.
  if (tag !== derTag.sequence || start === 2) return "other";
  return bytes[contentEnd(bytes, start)] === derTag.octetString ? "private-key" : "certificate";
}

/** Lenient: key stores written by old programs do not give their length. */
function contentStart(bytes: Uint8Array, from: number): number {
  const first = bytes[from + 1] ?? 0;
  return from + 2 + (first > 0x80 ? Math.min(first & 0x7f, 4) : 0);
}

function contentEnd(bytes: Uint8Array, from: number): number {
  const start = contentStart(bytes, from);
  const first = bytes[from + 1] ?? 0;
  if (first < 0x80) return start + first;
  let length = 0;
  for (const byte of bytes.subarray(from + 2, start)) length = length * 256 + byte;
  return start + length;
}

/** First bytes of Microsoft's .pvk and of Java's key store. */
const keyFileMarks = [
  [0x1e, 0xf1, 0xb5, 0xb0],
  [0xfe, 0xed, 0xfe, 0xed],
];

/** Whether binary content is a private key, or a store made to carry one. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  const hasMark = keyFileMarks.some((mark) => mark.every((byte, index) => bytes[index] === byte));
  return hasMark || derKind(bytes) === "private-key";
}

/** Whether a text holds a private key: in PEM, in PuTTY's form, or printed by `openssl rsa -text`. */
export function holdsPrivateKey(text: string): boolean {
  return /-BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File|privateExponent:/i.test(text);
}
