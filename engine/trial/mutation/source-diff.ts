import type { ValuePath } from "../../../schemas/text/positions.ts";
import type { PackDocument } from "../../rulebook/parse/document.ts";
import { type Edit, withEdit } from "./edit.ts";
import { flowYaml } from "./flow-yaml.ts";

export interface SourceDiff {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const mostLines = 12;

/**
 * A change as lines of the file. A word is changed in its line; a part that begins a line of its own and is left out
 * takes its lines with it; anything else is written out on one line.
 *
 * @param base where the condition stands in the document
 */
export function sourceDiff(document: PackDocument, base: ValuePath, edit: Edit): SourceDiff {
  const lines = document.file.text.split(/\r?\n/);
  const path = [...base, ...edit.path];
  const token = tokenDiff(document, path, edit, lines);
  if (token !== null) return token;
  const entry = ownLineOf(document, path, base.length, lines, edit.change.kind === "gone");
  const old = valueAt(document.value, entry.path);
  const first = startOf(document, entry.path).line;
  const last = Math.max(first, lastLineOf(document, entry.path, old));
  const before = lines.slice(first - 1, Math.min(last, first - 1 + mostLines));
  if (edit.change.kind === "gone" && entry.path.length === path.length) return { before, after: [] };
  const changed = valueAt(withEdit(document.value, { path, change: edit.change }), entry.path);
  return { before, after: [`${entry.start}${flowYaml(changed)}`] };
}

/** A single word, number or key in the place of another. */
function tokenDiff(
  document: PackDocument,
  path: ValuePath,
  { change }: Edit,
  lines: readonly string[],
): SourceDiff | null {
  if (change.kind === "gone") return null;
  const isKey = change.kind === "key";
  const old = valueAt(document.value, path);
  if (!isKey && (isCollection(old) || isCollection(change.value))) return null;
  const { line, column, length } = isKey ? document.keyPlaceOf(path) : document.placeOf(path);
  const text = lines[line - 1] ?? "";
  const word = isKey ? change.key : flowYaml(change.value);
  return { before: [text], after: [text.slice(0, column - 1) + word + text.slice(column - 1 + length)] };
}

const isCollection = (value: unknown): value is object => value !== null && typeof value === "object";

interface OwnLine {
  readonly path: ValuePath;
  /** What stands in its first line before its value. */
  readonly start: string;
}

/**
 * The smallest part around a place that begins a line of its own. A key behind the dash of a list cannot be left out
 * by its line: the dash is that of the whole entry.
 */
function ownLineOf(
  document: PackDocument,
  path: ValuePath,
  least: number,
  lines: readonly string[],
  isGone: boolean,
): OwnLine {
  for (let length = path.length; length > least; length--) {
    const candidate = path.slice(0, length);
    const { line, column } = startOf(document, candidate);
    const before = lines[line - 1]?.slice(0, column - 1) ?? "";
    const isBehindDash = typeof candidate.at(-1) === "string" && before.includes("-");
    const isFit = /^[ -]*$/.test(before) && !(isGone && isBehindDash && length === path.length);
    if (isFit) return { path: candidate, start: before + keyOf(candidate) };
  }
  const whole = path.slice(0, least);
  return { path: whole, start: keyOf(whole) };
}

const keyOf = (path: ValuePath): string => {
  const key = path.at(-1);
  return typeof key === "string" ? `${key}: ` : "";
};

const startOf = (document: PackDocument, path: ValuePath) =>
  typeof path.at(-1) === "string" ? document.keyPlaceOf(path) : document.placeOf(path);

function lastLineOf(document: PackDocument, path: ValuePath, value: unknown): number {
  if (!isCollection(value)) return document.placeOf(path).line;
  const steps = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return Math.max(0, ...steps.map((step) => lastLineOf(document, [...path, step], (value as never)[step])));
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((at, step) => (isCollection(at) ? Reflect.get(at, step) : undefined), value);
}
