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
import type { ValuePath } from "./positions.ts";
import { toWellFormed } from "./well-formed.ts";

/** Where a value stands in sound JSON, and the key before it, as offsets. */
export interface Span {
  readonly key: number | undefined;
  readonly start: number;
}

/** Where an item of a list begins; the next question starts from the last answer. */
interface Cursor {
  readonly index: number;
  readonly offset: number;
}

/**
 * Finds values by path in a text that the guard has passed. Nothing is kept while reading; each question
 * walks from the nearest place known.
 */
export function createJsonPlaces(text: string): (path: ValuePath) => { span: Span; isFound: boolean } {
  const root: Span = { key: undefined, start: skipBlank(text, 0) };
  const known = new Map<string, Span>();
  const cursors = new Map<number, Cursor>();
  return (path) => {
    let span = root;
    for (const [index, step] of path.entries()) {
      const name = JSON.stringify(path.slice(0, index + 1));
      const next = known.get(name) ?? child(text, span.start, step, cursors);
      if (next === undefined) return { span, isFound: false };
      // Items of lists have their cursor; remembering each would cost more than the walk.
      if (typeof step === "string") known.set(name, next);
      span = next;
    }
    return { span, isFound: true };
  };
}

function child(
  text: string,
  start: number,
  step: string | number,
  cursors: Map<number, Cursor>,
): Span | undefined {
  const code = text.charCodeAt(start);
  if (code === openMap) return valueOfKey(text, start, String(step));
  return code === openList && typeof step === "number" ? item(text, start, step, cursors) : undefined;
}

function valueOfKey(text: string, start: number, name: string): Span | undefined {
  let key = skipBlank(text, start + 1);
  while (text.charCodeAt(key) !== closeMap) {
    const keyEnd = skipValue(text, key);
    const value = skipBlank(text, skipBlank(text, keyEnd) + 1);
    if (toWellFormed(stringValue(text.slice(key, keyEnd))) === name) return { key, start: value };
    key = next(text, value);
  }
  return undefined;
}

function item(text: string, start: number, wanted: number, cursors: Map<number, Cursor>): Span | undefined {
  const cursor = cursors.get(start);
  const isUseful = cursor !== undefined && cursor.index <= wanted;
  let offset = isUseful ? cursor.offset : skipBlank(text, start + 1);
  for (let index = isUseful ? cursor.index : 0; text.charCodeAt(offset) !== closeList; index++) {
    if (index === wanted) {
      cursors.set(start, { index, offset });
      return { key: undefined, start: offset };
    }
    offset = next(text, offset);
  }
  return undefined;
}

/** The offset of the next key or item, or of the closing bracket. */
function next(text: string, value: number): number {
  const end = skipBlank(text, skipValue(text, value));
  return text.charCodeAt(end) === comma ? skipBlank(text, end + 1) : end;
}

/** The offset behind the value at `start`. */
export function skipValue(text: string, start: number): number {
  let depth = 0;
  let offset = start;
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (code === quote) {
      const string = scanString(text, offset);
      offset = string.kind === "closed" ? string.end : text.length;
      if (depth === 0) return offset;
      continue;
    }
    const isEnd = code === closeMap || code === closeList;
    if (depth === 0 && (isEnd || code === comma || code === colon || code <= 0x20)) return offset;
    if (code === openMap || code === openList) depth++;
    offset++;
    if (isEnd && --depth === 0) return offset;
  }
  return text.length;
}
