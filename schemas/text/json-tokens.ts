/** How the smallest parts of JSON are told apart; shared by the guard and by the search for places. */
export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const openList = 0x5b;
export const closeList = 0x5d;
export const openMap = 0x7b;
export const closeMap = 0x7d;
const backslash = 0x5c;

export function skipBlank(text: string, start: number): number {
  let offset = start;
  for (;;) {
    const code = text.charCodeAt(offset);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return offset;
    offset++;
  }
}

export type StringEnd =
  | { readonly kind: "closed"; readonly end: number }
  | { readonly kind: "open" | "control-character" | "bad-escape"; readonly at: number };

/** Walks over the string whose opening quote stands at `start`. */
export function scanString(text: string, start: number): StringEnd {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === quote) return { kind: "closed", end: offset + 1 };
    if (code < 0x20) return { kind: "control-character", at: offset };
    if (code === backslash) {
      const length = escapeLength(text, offset);
      if (length === 0) return { kind: isCutEscape(text, offset) ? "open" : "bad-escape", at: offset };
      offset += length - 1;
    }
  }
  return { kind: "open", at: text.length };
}

/** Code units of the escape at a backslash; 0 if it is none. */
function escapeLength(text: string, offset: number): number {
  const letter = text.charAt(offset + 1);
  if (letter === "u") return /^[0-9a-fA-F]{4}$/.test(text.slice(offset + 2, offset + 6)) ? 6 : 0;
  return letter !== "" && '"\\/bfnrt'.includes(letter) ? 2 : 0;
}

const isCutEscape = (text: string, offset: number) =>
  /^\\(?:u[0-9a-fA-F]{0,3})?$/.test(text.slice(offset, offset + 6));

/** The text that a sound JSON string, quotes included, stands for. */
export function stringValue(token: string): string {
  return token.includes("\\") ? String(JSON.parse(token)) : token.slice(1, -1);
}
