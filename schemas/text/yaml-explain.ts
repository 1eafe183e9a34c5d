import type { ErrorCode } from "yaml";
import type { Explanation, Finding } from "./finding.ts";

/** What the library found: its own message quotes the text and speaks its own language, so it is not shown. */
export interface LibraryError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Says in our words what stands in the way, and what the author most likely meant. */
export function explainYaml(text: string, error: LibraryError): Finding {
  const offset = Math.min(error.pos[0], text.length);
  const length = Math.max(1, error.pos[1] - error.pos[0]);
  const line = lineAround(text, offset);
  if (line.text.slice(0, line.column).match(/^ *\t/)) return { ...tab, offset: line.start };
  const template = templateStart.exec(line.text);
  if (template) return { ...startsWithTemplate, offset: line.start + template[0].length - 2, length: 2 };
  const explanation = byCode[error.code]({ ...line, message: error.message });
  return { ...(explanation === bracket ? unclosed(text, offset) : explanation), offset, length };
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** Of the error, from 0. */
  readonly column: number;
}

/** As much as a person would look at; a hostile line can be the whole file. */
const widestLook = 1_000;

function lineAround(text: string, offset: number): Line {
  const start = Math.max(text.lastIndexOf("\n", offset - 1) + 1, offset - widestLook);
  const rest = text.slice(offset, offset + widestLook);
  const end = rest.indexOf("\n");
  return {
    start,
    text: text.slice(start, offset) + (end < 0 ? rest : rest.slice(0, end)),
    column: offset - start,
  };
}

/** `{{` where a value begins; in the middle of a text it is harmless. */
export const templateStart = /^[^"'{[]{0,200}?(?::|-|^) {0,20}\{\{/;

export const startsWithTemplate: Explanation = {
  code: "yaml-template",
  message: "A text that begins with {{ reads as a map in YAML.",
  hint: "Put the whole text in quotes, or write >- and the text on the next line.",
};

const tab: Explanation = {
  code: "yaml-tab",
  message: "A tab stands at the beginning of this line; YAML wants spaces.",
  hint: "Replace the tab by two spaces for each level.",
};

const syntax: Explanation = {
  code: "yaml-syntax",
  message: "YAML does not expect this here.",
  hint: "Compare the indentation of this line with the lines above, and look for a quote or bracket that is not closed.",
};

const colonInText: Explanation = {
  code: "yaml-colon",
  message:
    "The text after the colon holds another colon followed by a space, so it reads as a map inside the line.",
  hint: "Put the whole text in quotes, or write >- and the text on the next line.",
};

const indentation: Explanation = {
  code: "yaml-indentation",
  message: "This line does not begin in the same column as the other lines of its map or list.",
  hint: "Give all keys of one map, and all dashes of one list, the same number of spaces.",
};

const continued: Explanation = {
  code: "yaml-indentation",
  message: "The value that begins here goes on in the next line, which looks like a key.",
  hint: "Indent the next line like this one, or remove the value here if a map is to follow.",
};

const noColon: Explanation = {
  code: "yaml-syntax",
  message: "This line is neither a key with a value nor part of the text above.",
  hint: "Write key: value, with a colon and a space; a longer text begins with >- and stands indented below its key.",
};

const specialStart: Explanation = {
  code: "yaml-quotes",
  message: "A text cannot begin with this character, because it has a meaning in YAML.",
  hint: "Put the text in single quotes, like '%TEMP%' or '@contoso'.",
};

const badEscape: Explanation = {
  code: "yaml-backslash",
  message: "Inside double quotes a backslash begins an escape, and this is not one.",
  hint: "Use single quotes, where a backslash is only a backslash: 'C:\\Temp'.",
};

const openQuote: Explanation = {
  code: "yaml-quotes",
  message: "A text that begins with a quote is not closed before this place.",
  hint: "Close it with the same quote. Inside single quotes, a single quote is written twice.",
};

const afterQuote: Explanation = {
  code: "yaml-quotes",
  message: "Something follows after the closing quote.",
  hint: "Put the quotes around the whole text; inside single quotes, a single quote is written twice.",
};

const bracket: Explanation = {
  code: "yaml-bracket",
  message: "The brackets or braces here do not fit together.",
  hint: "Close each [ with ] and each { with }, put commas between the parts, or put the text in quotes.",
};

const afterBlockMark: Explanation = {
  code: "yaml-syntax",
  message: "After | or > the text begins on the next line, not on this one.",
  hint: "Write the text on the next line, indented; if it should begin with | or >, put it in quotes.",
};

const dashInLine: Explanation = {
  code: "yaml-syntax",
  message: "A list cannot begin on the line of its key.",
  hint: "Begin the list on the next line, or write it in brackets, like [one, two]. If a text is meant, put it in quotes.",
};

const complexKey: Explanation = {
  code: "yaml-key",
  message: "A key must be one short text on one line.",
  hint: "Write key: value on one line.",
};

const cutBracket: Explanation = {
  code: "yaml-bracket",
  message:
    "The brackets or braces before this place are not closed, because a # turns the rest of their line into a comment.",
  hint: "Put the comment on a line of its own; if the # belongs to a text, put the text in quotes.",
};

/** Did a # take away the end of what was open, on the line before the error or on its own? */
function unclosed(text: string, offset: number): Explanation {
  const before = text.slice(Math.max(0, offset - widestLook), offset).trimEnd();
  const last = before.slice(before.lastIndexOf("\n") + 1);
  return /[ \t]#[^\n]*[\]}]$/.test(last) ? cutBracket : bracket;
}

type ErrorLine = Line & { readonly message: string };
type Explain = (line: ErrorLine) => Explanation;

function unexpectedToken({ text, column, message }: ErrorLine): Explanation {
  if (/^[\]}]/.test(text.slice(column))) return bracket;
  if (/^(?:Block scalar header|Not a YAML token)/.test(message)) return afterBlockMark;
  if (/block-seq-ind/.test(message)) return dashInLine;
  return /["'][ \t]*$/.test(text.slice(0, column)) ? afterQuote : syntax;
}

const implicitKey: Explain = ({ text, column }) =>
  /:(?:\s|$)/.test(text.slice(column)) ? colonInText : continued;

/** A record over all codes of the library, so that an update of it cannot add one unseen. */
const byCode: Record<ErrorCode, Explain> = {
  BAD_SCALAR_START: () => specialStart,
  BAD_DQ_ESCAPE: () => badEscape,
  BLOCK_AS_IMPLICIT_KEY: implicitKey,
  MULTILINE_IMPLICIT_KEY: () => noColon,
  BAD_INDENT: ({ message }) => (message.startsWith("Flow") ? bracket : indentation),
  MISSING_CHAR: ({ message }) =>
    message.endsWith("quote") || message.includes("quote at") ? openQuote : noColon,
  BLOCK_IN_FLOW: () => bracket,
  TAB_AS_INDENT: () => tab,
  UNEXPECTED_TOKEN: unexpectedToken,
  KEY_OVER_1024_CHARS: () => complexKey,
  NON_STRING_KEY: () => complexKey,
  BAD_COLLECTION_TYPE: () => syntax,
  BAD_PROP_ORDER: () => syntax,
  IMPOSSIBLE: () => syntax,
  RESOURCE_EXHAUSTION: () => syntax,
  // Found before, with their places, by this project's own checks.
  ALIAS_PROPS: () => syntax,
  BAD_ALIAS: () => syntax,
  BAD_DIRECTIVE: () => syntax,
  DUPLICATE_KEY: () => syntax,
  MULTIPLE_ANCHORS: () => syntax,
  MULTIPLE_DOCS: () => syntax,
  MULTIPLE_TAGS: () => syntax,
  TAG_RESOLVE_FAILED: () => syntax,
};
