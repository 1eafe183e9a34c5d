/** One piece of a line of Markdown: what stands there as text, or inside a span of code. */
export interface Piece {
  readonly code: boolean;
  readonly text: string;
}

/**
 * Reads one line as CommonMark does where it matters here: backslashes before punctuation, and spans of code with
 * delimiters of equal length. Throws at a backtick that opens nothing, and at any mark-up that is not escaped.
 */
export function readLine(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < line.length) {
    const rest = line.slice(at);
    const ticks = /^`+/.exec(rest)?.[0];
    const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest)?.[1];
    if (ticks !== undefined) {
      const end = closing(rest, ticks);
      if (end < 0) throw new Error(`A backtick opens no code: ${line}`);
      const inside = rest.slice(ticks.length, end);
      const isPadded = inside.startsWith(" ") && inside.endsWith(" ") && inside.trim() !== "";
      pieces.push({ code: true, text: isPadded ? inside.slice(1, -1) : inside });
      at += end + ticks.length;
    } else if (escaped !== undefined) {
      pieces.push({ code: false, text: escaped });
      at += 2;
    } else {
      if (/^[*_[\]<>|~&\\{}$^@#]/.test(rest)) throw new Error(`Mark-up at ${at}: ${line}`);
      pieces.push({ code: false, text: rest.charAt(0) });
      at += 1;
    }
  }
  return pieces;
}

function closing(rest: string, ticks: string): number {
  for (const match of rest.matchAll(/`+/g)) {
    if (match.index > 0 && match[0] === ticks) return match.index;
  }
  return -1;
}

/** What a reader sees. */
export const shown = (line: string): string =>
  readLine(line)
    .map(({ text }) => text)
    .join("");

/** The text outside code with its backslashes gone; code stands as a space. */
export const outsideCode = (line: string): string =>
  readLine(line)
    .map(({ code, text }) => (code ? " " : text))
    .join("");
