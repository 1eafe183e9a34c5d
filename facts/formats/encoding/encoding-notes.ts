import type { Damage } from "../reading.ts";
import type { ControlCharacters } from "./control-characters.ts";

export const tooLong = (mostBytes: number): Damage => ({
  code: "text-too-long",
  message: `The file is longer than ${mostBytes / (1024 * 1024)} MB, which is more than is read as one text.`,
});

export const binary = (): Damage => ({
  code: "binary-content",
  message: "The content is binary: it holds too many zero bytes or control characters to be text.",
});

export const guessed = (encoding: string): Damage => ({
  code: "encoding-guessed",
  message: `The text is not Unicode and names no encoding. It was read as ${encoding}, which is a guess: letters other than A to Z can be wrong.`,
});

export const declarationDiffers = (declared: string, found: string): Damage => ({
  code: "encoding-differs",
  message: `The XML declaration says encoding "${declared}", but the bytes are ${found}. It was read as ${found}; other programs may refuse the file.`,
  line: 1,
});

export const lostCharacters = (): Damage => ({
  code: "lost-characters",
  message: "The text holds replacement characters (U+FFFD): some letters were lost and cannot be recovered.",
});

export const brokenCharacters = (encoding: string): Damage => ({
  code: "broken-characters",
  message: `Some bytes are no ${encoding}. Each was replaced by U+FFFD.`,
});

export const cutInCharacter = (): Damage => ({
  code: "cut-in-character",
  message: "The text ends in the middle of a character: the file was cut off.",
});

export const zeroPadding = (): Damage => ({
  code: "zero-padding",
  message: "The text is followed by zero bytes, as after a power failure. They were left out.",
});

export const someControlCharacters = ({ zeros, others }: ControlCharacters): Damage => ({
  code: "control-characters",
  message: `The text holds ${zeros + others} control characters that belong to no text.`,
});
