/** A place in a text that came from a file. */
export interface Place {
  /** 1-based; a line ends with a line feed. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** How many code units it covers on its first line; at least 1. */
  readonly length: number;
}

/** A path to a value inside a document: keys of maps and indexes of lists. */
export type ValuePath = readonly (string | number)[];

/** Turns offsets into places. The line table is built with the first question and then kept. */
export function createPositions(text: string): (offset: number, length?: number) => Place {
  let lineStarts: readonly number[] | undefined;
  return (offset, length = 1) => {
    lineStarts ??= startsOfLines(text);
    const index = lineAt(lineStarts, offset);
    const start = lineStarts[index] ?? 0;
    const nextStart = lineStarts[index + 1] ?? text.length + 1;
    return {
      line: index + 1,
      column: offset - start + 1,
      length: Math.max(1, Math.min(length, nextStart - 1 - offset)),
    };
  };
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) starts.push(feed + 1);
  return starts;
}

/** The index of the last line that starts at or before the offset. */
function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
