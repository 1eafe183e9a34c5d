import type { Explanation, Finding } from "./finding.ts";
import type { StringEnd } from "./json-tokens.ts";

/** What may stand next. */
export type Expectation =
  | "value"
  | "value-or-end"
  | "key"
  | "key-or-end"
  | "colon"
  | "comma-or-end"
  | "nothing";

/** Says why the character at `offset` cannot stand there. */
export function explainCharacter(text: string, offset: number, expected: Expectation): Finding {
  return { ...explanation(text, offset, expected), offset };
}

function explanation(text: string, offset: number, expected: Expectation): Explanation {
  if (expected === "nothing") return trailingText;
  const character = text.charAt(offset);
  if (character === "/" || character === "#") return comment;
  if (character === "'" || character === "\u201C" || character === "\u201D" || character === "`")
    return wrongQuotes;
  if ((character === "]" || character === "}") && (expected === "key" || expected === "value")) {
    return text.slice(0, offset).trimEnd().endsWith(",") ? trailingComma : syntax(expected);
  }
  if (expected === "value" || expected === "value-or-end") {
    if (/[-+.\d]/.test(character)) return badNumber;
    if (/[A-Za-z_$]/.test(character)) return bareWord;
  }
  return (expected === "key" || expected === "key-or-end") && /[\w$]/.test(character)
    ? bareKey
    : syntax(expected);
}

const expectedWords: Record<Exclude<Expectation, "nothing">, string> = {
  value: "a value",
  "value-or-end": "a value or ]",
  key: "a key in double quotes",
  "key-or-end": "a key in double quotes or }",
  colon: "a colon between key and value",
  "comma-or-end": "a comma, or the bracket that closes this list or map",
};

const syntax = (expected: Exclude<Expectation, "nothing">): Explanation => ({
  code: "json-syntax",
  message: `Something else is expected here: ${expectedWords[expected]}.`,
});

const trailingText: Explanation = {
  code: "json-trailing-text",
  message: "The JSON is complete before this place, yet something follows.",
  hint: "A file holds one JSON value; remove the rest, or check for a bracket that closes too early.",
};
const comment: Explanation = {
  code: "json-comment",
  message: "JSON has no comments.",
  hint: "Remove the comment, or write the file as YAML.",
};
const wrongQuotes: Explanation = {
  code: "json-quotes",
  message: "JSON knows only straight double quotes.",
  hint: 'Write "text".',
};
const trailingComma: Explanation = {
  code: "json-trailing-comma",
  message: "A comma stands before this bracket, but nothing follows it.",
  hint: "Remove the comma.",
};
const badNumber: Explanation = {
  code: "json-number",
  message: "This number is not written as JSON writes numbers.",
  hint: "Write it like 8443 or -0.5: no plus sign, no leading zeros, digits on both sides of the point. If it is no number, put it in double quotes.",
};
const bareWord: Explanation = {
  code: "json-quotes",
  message: "A word without quotes can only be true, false or null, in small letters.",
  hint: "Put text in double quotes.",
};
const bareKey: Explanation = {
  code: "json-quotes",
  message: "A key stands in double quotes in JSON.",
  hint: 'Write "key": value.',
};

type OpenString = Exclude<StringEnd, { kind: "closed" }>;

/** Says why a string that was begun does not end well. */
export function explainString(string: OpenString): Finding {
  return { ...stringExplanations[string.kind], offset: string.at };
}

const stringExplanations: Record<OpenString["kind"], Explanation> = {
  open: {
    code: "json-truncated",
    message: "The file ends in the middle of a text.",
    hint: "The file may have been cut off on its way, or a closing double quote is missing.",
  },
  "control-character": {
    code: "json-control-character",
    message: "A line break, tab or control character stands inside a text here.",
    hint: "Close the text with a double quote before it, or write \\n for a line break and \\t for a tab.",
  },
  "bad-escape": {
    code: "json-escape",
    message: "What follows this backslash is not a known escape.",
    hint: 'A backslash in JSON is written twice, as in "C:\\\\Temp".',
  },
};
