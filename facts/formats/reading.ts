/**
 * What every reader of a format gives back. Damage in a file is a value: a reader tells what it found, what it
 * had to leave out and why, and never throws because of its input.
 */
export interface Damage {
  /** Stable and documented, for example `cut-off`. */
  readonly code: string;
  /** A full sentence for people. It never holds text of the input other than names the reader has checked. */
  readonly message: string;
  /** 1-based line of the text. */
  readonly line?: number;
  /** 1-based column, in UTF-16 code units. */
  readonly column?: number;
  /** Byte offset in a binary file. */
  readonly at?: number;
}

/** The file as a whole cannot be used. */
export interface Refused {
  readonly refused: Damage;
}

export interface Read<Value> {
  readonly value: Value;
  /** What was left out, repaired or guessed on the way. */
  readonly notes: readonly Damage[];
}

export type Reading<Value> = Read<Value> | Refused;

export function refuse(damage: Damage): Refused {
  return { refused: damage };
}

export function isRefused(reading: object): reading is Refused {
  return "refused" in reading;
}
