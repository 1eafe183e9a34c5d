/**
 * Something a person can mend in a file they gave us. Problems are values: they are collected, sorted and
 * shown all at once; they are never thrown.
 */
export interface Problem {
  /** The path as the person gave it, or relative to the pack; forward slashes. */
  readonly file: string;
  /** 1-based. Problems about a whole file stand at 1:1. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** Stable and documented, for example `unknown-fact`. */
  readonly code: string;
  /** What is wrong, as a full sentence. */
  readonly message: string;
  /** What to do about it, as a full sentence. */
  readonly hint?: string;
  /** How many characters the caret underlines; 1 where it is left out. */
  readonly length?: number;
}
