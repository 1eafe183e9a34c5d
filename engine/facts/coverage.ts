import type { Missing } from "../../schemas/generated/types.ts";
import { formatMinute } from "../../schemas/values/timestamp.ts";
import type { Literal } from "../condition.ts";
import type { FieldDefinition, ListFact } from "../rulebook/rulebook.ts";
import { sameLiteral, sameness } from "./normal-form.ts";
import { keyText } from "./one-row-a-key.ts";
import type { Box, Extent } from "./reading.ts";
import { type Slice, sliced } from "./slices.ts";

/** What was looked at of a list, and when at the latest: nothing can have been seen after the collection. */
export interface Looked {
  readonly slices: readonly Slice[];
  /** The keys whose row was seen. */
  readonly keys: ReadonlySet<string>;
  readonly hasRows: boolean;
  /** Milliseconds; the latest possible instant of the collection. */
  readonly before: number;
}

/** A box of more keys than this is not taken apart. */
const mostKeys = 4_096;
/** Parts that are named; more of them help nobody. */
const mostParts = 100;
/** Slices that are looked at before the rest counts as not looked at. */
const mostWork = 5_000_000;

interface Search extends Looked {
  readonly list: ListFact;
  work: number;
}

type Words = Readonly<Record<string, string>>;

/**
 * The parts of the boxes in which rows could exist that nobody looked at. A part is closed if a slice holds it,
 * or if it is one whole key whose row was seen.
 */
export function unseenParts(list: ListFact, looked: Looked, boxes: readonly Box[]): Missing[] {
  const search: Search = { ...looked, list, work: mostWork };
  const reason = looked.slices.length > 0 || looked.hasRows ? "out-of-coverage" : "not-collected";
  const parts: Missing[] = [];
  for (const box of boxes) {
    for (const slice of openIn(box, search)) {
      parts.push({ fact: list.id, slice, reason });
      if (parts.length === mostParts) return parts;
    }
  }
  return parts;
}

function* openIn(box: Box, search: Search): Generator<Words> {
  for (const single of oneKeyEach(search.list, box)) {
    search.work -= 1;
    if (isPresent(single, search)) continue;
    yield* notCovered(search.list.coveredBy, search.slices, single, search, pinned(search.list, single));
  }
}

/** The box cut into boxes of one key each, where it names all key fields and they are not too many. */
function* oneKeyEach(list: ListFact, box: Box): Generator<Box> {
  const extents = list.key.map((field) => extentIn(list, box, field));
  const keys = extents.reduce((product, extent) => product * sizeOf(extent), 1);
  if (list.key.length === 0 || keys > mostKeys) yield box;
  else yield* withOneKey(list.key, list, box);
}

const sizeOf = (extent: Extent | undefined): number =>
  extent?.kind === "values" ? extent.values.length : Infinity;

function* withOneKey([field, ...rest]: readonly string[], list: ListFact, box: Box): Generator<Box> {
  if (field === undefined) yield box;
  else {
    const extent = extentIn(list, box, field);
    for (const value of extent?.kind === "values" ? extent.values : [])
      yield* withOneKey(rest, list, new Map([...box, [field, { kind: "values", values: [value] }]]));
  }
}

/** What the box says of the field; all values of a field that has a closed set of them. */
function extentIn(list: ListFact, box: Box, field: string): Extent | undefined {
  return box.get(field) ?? wholeDomain(list.fields[field]);
}

export function wholeDomain(field: FieldDefinition | undefined): Extent | undefined {
  if (field?.type !== "one-of" && field?.type !== "boolean") return undefined;
  const values: Literal[] = field.type === "boolean" ? [true, false] : [...field.values];
  return { kind: "values", values: field.orNone ? [...values, null] : values };
}

function isPresent(box: Box, { list, keys }: Search): boolean {
  if (list.key.length === 0 || keys.size === 0) return false;
  const values: Literal[] = [];
  for (const name of list.key) {
    const [extent, field] = [box.get(name), list.fields[name]];
    const [value, second] = extent?.kind === "values" ? extent.values : [];
    if (value === undefined || second !== undefined || field === undefined) return false;
    values.push(sameness(value, field.type));
  }
  return keys.has(keyText(values));
}

/** The fields that the box pins to one value, in words: they tell a person which part to look at. */
function pinned(list: ListFact, box: Box): Words {
  const words: Record<string, string> = {};
  for (const [field, extent] of box) {
    const tellsWhere = list.key.includes(field) || list.coveredBy.includes(field);
    if (tellsWhere && extent.kind === "values" && extent.values.length === 1)
      words[field] = sliceWord(extent.values[0] ?? null);
  }
  return words;
}

/** How a value stands in a slice that is missing. */
export const sliceWord = (value: Literal): string => (value === null ? "none" : String(value));

/** Field by field the box is cut, and of the slices those stay that hold the piece in all fields so far. */
function* notCovered(
  [field, ...rest]: readonly string[],
  slices: readonly Slice[],
  box: Box,
  search: Search,
  words: Words,
): Generator<Words> {
  search.work -= 1 + slices.length;
  if (field === undefined || search.work < 0) {
    if (slices.length === 0 || search.work < 0) yield words;
    return;
  }
  if (slices.some((slice) => !slice.has(field) && !rest.some((other) => slice.has(other)))) return;
  const extent = extentIn(search.list, box, field) ?? anyTime(search.list.fields[field]);
  if (extent === undefined) {
    const open = slices.filter((slice) => !slice.has(field));
    yield* notCovered(rest, open, box, search, words);
  } else if (extent.kind === "values") {
    for (const value of extent.values) {
      const fitting = slices.filter((slice) => holdsValue(slice.get(field), value));
      yield* notCovered(rest, fitting, box, search, { ...words, [field]: sliceWord(value) });
    }
  } else {
    const window = { from: extent.from, to: Math.min(extent.to, search.before) };
    for (const { from, to, fitting } of sliced(window, field, slices))
      yield* notCovered(rest, fitting, box, search, { ...words, [field]: rangeInWords(from, to) });
  }
}

/** A row that may have no time at all lies in no range. */
const anyTime = (field: FieldDefinition | undefined): Extent | undefined =>
  field?.type === "timestamp" && !field.orNone ? { kind: "range", from: -Infinity, to: Infinity } : undefined;

function holdsValue(extent: Extent | undefined, value: Literal): boolean {
  if (extent === undefined) return true;
  if (extent.kind === "values") return extent.values.some((each) => sameLiteral(each, value));
  return typeof value === "number" && extent.from <= value && value < extent.to;
}

function rangeInWords(from: number, to: number): string {
  if (from === -Infinity) return to === Infinity ? "any time" : `before ${formatMinute(to)}`;
  return to === Infinity ? `since ${formatMinute(from)}` : `${formatMinute(from)} to ${formatMinute(to)}`;
}
