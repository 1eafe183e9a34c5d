import { limits } from "../limits.ts";
import { toProblems } from "./finding.ts";
import { guardJson } from "./json-guard.ts";
import { createJsonPlaces, skipValue } from "./json-places.ts";
import { createPositions, type Place, type ValuePath } from "./positions.ts";
import type { Problem } from "./problem.ts";
import { type ReadText, withoutByteOrderMark } from "./read-text.ts";
import { toWellFormedDeep } from "./well-formed.ts";

/**
 * Reads JSON from a stranger: depth, duplicate and dangerous keys, numbers and the whole grammar are checked
 * before the parser sees the text. A byte order mark at the front is dropped; halves of surrogate pairs
 * become U+FFFD.
 *
 * @param file how the file is named in problems
 */
export function readJson(textOfFile: string, file: string): ReadText {
  const text = withoutByteOrderMark(textOfFile);
  const whole = aboutWholeFile(text);
  if (whole) return { ok: false, problems: [{ file, line: 1, column: 1, ...whole }] };
  const findings = guardJson(text);
  if (findings.length > 0) return { ok: false, problems: toProblems(text, file, findings) };
  const value: unknown = JSON.parse(text);
  return {
    ok: true,
    value: halfSurrogateEscape.test(text) || !text.isWellFormed() ? toWellFormedDeep(value) : value,
    ...places(text),
  };
}

// A half may also stand in the text itself, where a decoder let it through.
const halfSurrogateEscape = /\\u[dD][89a-fA-F]/;

function aboutWholeFile(text: string): Pick<Problem, "code" | "message" | "hint"> | undefined {
  if (text.length > limits.factFileBytes) {
    const megabytes = limits.factFileBytes / (1024 * 1024);
    return {
      code: "file-too-large",
      message: `The file is larger than ${megabytes} MB; the tool does not read it.`,
    };
  }
  if (/\S/.test(text)) return undefined;
  return { code: "file-empty", message: "The file is empty.", hint: "Check that it was copied completely." };
}

function places(text: string) {
  const placeAt = createPositions(text);
  const find = createJsonPlaces(text);
  const isScalar = (start: number) => !"[{".includes(text.charAt(start));
  const valuePlace = (start: number): Place =>
    placeAt(start, isScalar(start) ? skipValue(text, start) - start : 1);
  return {
    placeOf: (path: ValuePath) => valuePlace(find(path).span.start),
    keyPlaceOf: (path: ValuePath) => {
      const { span, isFound } = find(path);
      if (!isFound || span.key === undefined) return valuePlace(span.start);
      return placeAt(span.key, skipValue(text, span.key) - span.key);
    },
    sourceOf: (path: ValuePath) => {
      const { span, isFound } = find(path);
      return isFound && isScalar(span.start)
        ? text.slice(span.start, skipValue(text, span.start))
        : undefined;
    },
  };
}
