export type SecretKind =
  | "userinfo"
  | "password"
  | "secret"
  | "cookie"
  | "authorization"
  | "token"
  | "private-key"
  | "protected-blob";

export const marker = (kind: SecretKind) => `[redacted:${kind}]`;

const markerHere = /\[redacted:[a-z-]{1,20}\]/y;

/** The offset behind the marker that stands at `offset`, or `offset` itself. */
export function skipMarker(text: string, offset: number): number {
  markerHere.lastIndex = offset;
  return markerHere.test(text) ? markerHere.lastIndex : offset;
}

/** A part of a text, from `start` to before `end`, and what shall stand there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

/** The replacements are in the order of the text and do not overlap. */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end, kind } of replacements) {
    pieces.push(text.slice(copied, start), marker(kind));
    copied = end;
  }
  pieces.push(text.slice(copied));
  return pieces.join("");
}
