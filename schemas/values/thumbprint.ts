import { type Parsed, parsed, refused } from "./parsed.ts";

const sha1Digits = 40;
const sha256Digits = 64;
/** Space, colon, any dash, and the invisible marks that the certificate dialog of Windows copies along. */
const separators = /[\s:\p{Pd}\p{Cf}]/gu;

/** As it is written almost always: then the costly test for invisible marks is not needed. */
const plain = /^[0-9A-Fa-f]{40}$/;

/** Brings a SHA-1 thumbprint to forty upper-case hexadecimal digits. */
export function parseThumbprint(text: string): Parsed<string> {
  if (plain.test(text)) return parsed(text.toUpperCase());
  if (text.length > 1_000)
    return refused(`A thumbprint has ${sha1Digits} characters; this text has ${text.length}.`);
  const digits = text.replace(separators, "").toUpperCase();
  if (digits === "") return refused(`The thumbprint is empty; it should have ${sha1Digits} characters.`);
  if (!/^[0-9A-F]*$/.test(digits)) {
    return refused("A thumbprint is made of the characters 0-9 and A-F; this text holds others.");
  }
  if (digits.length === sha256Digits) {
    return refused(
      "This has 64 characters, so it looks like a SHA-256 fingerprint; the SHA-1 thumbprint has 40.",
    );
  }
  if (digits.length !== sha1Digits) {
    return refused(`A thumbprint has ${sha1Digits} characters 0-9 and A-F; this one has ${digits.length}.`);
  }
  return parsed(digits);
}
