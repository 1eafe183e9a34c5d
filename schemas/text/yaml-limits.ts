import type { Finding } from "./finding.ts";

export interface YamlLimits {
  readonly bytes: number;
  readonly lines: number;
}

/** Every character of Unicode category Cc that no text file needs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them.
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;

/** What can be said against a text before any YAML is read. */
export function whyUnreadable(text: string, allowed: YamlLimits): Finding | undefined {
  if (text.length > allowed.bytes) {
    return {
      code: "file-too-large",
      offset: 0,
      message: `The file is larger than ${Math.floor(allowed.bytes / 1024)} KB.`,
      hint: "Split it, or write it as JSON.",
    };
  }
  if (hasMoreLines(text, allowed.lines)) {
    return {
      code: "yaml-too-many-lines",
      offset: 0,
      message: `The file has more than ${allowed.lines} lines.`,
      hint: "Split it, or write it as JSON.",
    };
  }
  const control = text.search(controlCharacter);
  if (control >= 0) {
    return {
      code: "yaml-control-character",
      offset: control,
      message: "A control character stands here, which no text file should hold.",
      hint: "Check that the file is text and was saved as UTF-8.",
    };
  }
  if (holdsMoreThanComments(text)) return undefined;
  return {
    code: "file-empty",
    offset: 0,
    message: "The file is empty, or holds only comments.",
    hint: "Check that it was copied completely.",
  };
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 1;
  for (let feed = text.indexOf("\n"); feed >= 0 && lines <= most; feed = text.indexOf("\n", feed + 1))
    lines++;
  return lines > most;
}

const holdsMoreThanComments = (text: string) => contentLine.test(text);

/** A line with a character that is neither space nor the beginning of a comment. */
const contentLine = /^[^\S\n]*[^\s#]/m;
