import { limits } from "../limits.ts";
import type { Finding } from "./finding.ts";
import { type Expectation, explainCharacter, explainString } from "./json-explain.ts";
import {
  closeList,
  closeMap,
  colon,
  comma,
  openList,
  openMap,
  quote,
  scanString,
  skipBlank,
  stringValue,
} from "./json-tokens.ts";
import { reservedKeys } from "./read-text.ts";
import { toWellFormed } from "./well-formed.ts";

interface Container {
  /** Keys seen and where; a list has none. */
  readonly keys: Map<string, number> | undefined;
  readonly start: number;
}

interface Guard {
  readonly text: string;
  readonly findings: Finding[];
  readonly open: Container[];
  offset: number;
  expected: Expectation;
}

/**
 * Reads the whole text by the grammar of JSON before the parser sees it, without recursion, in one pass, and
 * finds what the parser would accept in silence. A breach of the grammar is the last finding.
 */
export function guardJson(text: string): readonly Finding[] {
  const guard: Guard = { text, findings: [], open: [], offset: 0, expected: "value" };
  for (;;) {
    guard.offset = skipBlank(text, guard.offset);
    if (guard.offset >= text.length) break;
    const breach = step(guard, text.charCodeAt(guard.offset));
    if (breach) return [...guard.findings, breach];
    if (guard.findings.length >= limits.printedProblems) return guard.findings;
  }
  return guard.expected === "nothing" ? guard.findings : [...guard.findings, truncated(guard)];
}

function truncated({ text, open }: Guard): Finding {
  const innermost = open.at(-1);
  return {
    code: "json-truncated",
    offset: Math.max(0, text.trimEnd().length - 1),
    message: `The text ends before the JSON is complete: ${count(open.length)} still open.`,
    hint: "The file may have been cut off on its way; ask for it again.",
    ...(innermost && { seeAlso: { offset: innermost.start, words: "The innermost was opened" } }),
  };
}

const count = (open: number) => (open === 1 ? "1 bracket is" : `${open} brackets are`);

/** One token further; a finding if the grammar ends here. */
function step(guard: Guard, code: number): Finding | undefined {
  switch (guard.expected) {
    case "colon":
      return code === colon ? advance(guard, "value") : breach(guard);
    case "comma-or-end":
      if (code === comma) return advance(guard, guard.open.at(-1)?.keys ? "key" : "value");
      return closes(guard, code) ? close(guard) : breach(guard);
    case "key":
    case "key-or-end":
      if (code === quote) return key(guard);
      return guard.expected === "key-or-end" && closes(guard, code) ? close(guard) : breach(guard);
    case "value":
    case "value-or-end":
      return guard.expected === "value-or-end" && closes(guard, code) ? close(guard) : value(guard, code);
    case "nothing":
      return breach(guard);
  }
}

const breach = (guard: Guard) => explainCharacter(guard.text, guard.offset, guard.expected);

function advance(guard: Guard, expected: Expectation): undefined {
  guard.offset++;
  guard.expected = expected;
}

function closes({ open }: Guard, code: number): boolean {
  const innermost = open.at(-1);
  return innermost !== undefined && code === (innermost.keys ? closeMap : closeList);
}

function close(guard: Guard): undefined {
  guard.open.pop();
  guard.offset++;
  afterValue(guard);
}

function afterValue(guard: Guard): undefined {
  guard.expected = guard.open.length === 0 ? "nothing" : "comma-or-end";
}

function key(guard: Guard): Finding | undefined {
  const { text, offset: start, findings } = guard;
  const string = scanString(text, start);
  if (string.kind !== "closed") return explainString(string);
  const token = text.slice(start, string.end);
  const name = toWellFormed(stringValue(token));
  const keys = guard.open.at(-1)?.keys;
  const earlier = keys?.get(name);
  if (reservedKeys.has(name)) findings.push({ ...reserved, offset: start, length: token.length });
  if (earlier !== undefined) findings.push({ ...duplicate(earlier), offset: start, length: token.length });
  else keys?.set(name, start);
  guard.offset = string.end;
  guard.expected = "colon";
  return undefined;
}

const reserved = {
  code: "reserved-key",
  message: "This key has a special meaning in JavaScript and is not accepted.",
  hint: "Rename the key or remove it.",
} as const;

const duplicate = (earlier: number) =>
  ({
    code: "duplicate-key",
    message: "The same key stands twice in this map.",
    hint: "Keep one of the two.",
    seeAlso: { offset: earlier, words: "It stands first" },
  }) as const;

function value(guard: Guard, code: number): Finding | undefined {
  if (code === openMap || code === openList) return open(guard, code === openMap);
  if (code === quote) {
    const string = scanString(guard.text, guard.offset);
    if (string.kind !== "closed") return explainString(string);
    guard.offset = string.end;
    return afterValue(guard);
  }
  return wordOrNumber(guard);
}

function open(guard: Guard, isMap: boolean): Finding | undefined {
  if (guard.open.length >= limits.jsonDepth) {
    return {
      code: "nesting-too-deep",
      offset: guard.offset,
      message: `Lists and maps stand more than ${limits.jsonDepth} deep inside each other here.`,
      hint: "No file of this tool is that deep; check where the file comes from.",
    };
  }
  guard.open.push({ keys: isMap ? new Map() : undefined, start: guard.offset });
  return advance(guard, isMap ? "key-or-end" : "value-or-end");
}

const wordHere = /true|false|null|-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const endsHere = /[\s,\]}]|$/y;

function wordOrNumber(guard: Guard): Finding | undefined {
  const { text, offset } = guard;
  wordHere.lastIndex = offset;
  const match = wordHere.exec(text);
  endsHere.lastIndex = wordHere.lastIndex;
  if (match === null || !endsHere.test(text)) return isCutWord(guard) ? truncated(guard) : breach(guard);
  const [word, fraction, exponent] = match;
  const isWhole = fraction === undefined && exponent === undefined;
  if (word.length > 15 || exponent !== undefined) {
    const number = Number(word);
    if (isWhole ? !Number.isSafeInteger(number) : !Number.isFinite(number)) {
      guard.findings.push({ ...tooLarge, offset, length: word.length });
    }
  }
  guard.offset = offset + word.length;
  return afterValue(guard);
}

/** The text ends in the middle of `true`, `false`, `null` or a negative number. */
function isCutWord({ text, offset, open }: Guard): boolean {
  const rest = text.length - offset < 6 ? text.slice(offset) : "";
  return (
    open.length > 0 && rest !== "" && ["true", "false", "null", "-1"].some((word) => word.startsWith(rest))
  );
}

const tooLarge = {
  code: "number-too-large",
  message: "This number is too large to be kept digit by digit.",
  hint: "If the digits matter, as in an id, write them as text in double quotes.",
} as const;
