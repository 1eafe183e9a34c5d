interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** 1-based line and column of an index into a text. */
export function positionOf(text: string, at: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf("\n"); next !== -1 && next < at; next = text.indexOf("\n", next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  return { line, column: at - lineStart + 1 };
}
