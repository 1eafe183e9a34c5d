import { type Replacement, replaceAll } from "./marker.ts";

const header = /-----(BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** The largest key in use has about 13,000 characters in PEM; log prefixes make it longer. */
const longestKey = 32_000;
/** Base64, line breaks (real, escaped, as XML references) and the header lines of an encrypted key. */
const bodyCharacter = /[A-Za-z0-9+/=\s\\:,&#;-]/;

/** PEM private keys, also those whose end was cut off. */
export function redactPrivateKeys(text: string): string {
  if (!text.includes("PRIVATE KEY")) return text;
  const headers = [...text.matchAll(header)];
  const replacements: Replacement[] = [];
  let done = 0;
  for (const [index, begin] of headers.entries()) {
    if (begin[1] !== "BEGIN" || begin.index < done) continue;
    const next = headers[index + 1];
    const bodyStart = begin.index + begin[0].length;
    const isClosed = next?.[1] === "END" && next.index - bodyStart <= longestKey;
    done = isClosed ? next.index + next[0].length : endOfBody(text, bodyStart);
    replacements.push({ start: begin.index, end: done, kind: "private-key" });
  }
  return replaceAll(text, replacements);
}

function endOfBody(text: string, start: number): number {
  let offset = start;
  while (offset < text.length && bodyCharacter.test(text.charAt(offset)) && !text.startsWith("-----", offset))
    offset++;
  return offset;
}
