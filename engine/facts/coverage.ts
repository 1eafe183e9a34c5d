import type { Missing } from "../../schemas/generated/types.ts";
import { formatMinute } from "../../schemas/values/timestamp.ts";
import type { Literal } from "../condition.ts";
import type { FieldDefinition, ListFact } from "../rulebook/rulebook.ts";
import { sameLiteral } from "./normal-form.ts";
import { keyOf, keyText } from "./one-row-a-key.ts";
import type { Box, Extent, Row } from "./reading.ts";

/** A part of a list that was looked at completely; a field that is not named stands for all its values. */
export type Slice = ReadonlyMap<string, Extent>;

const mostCombinations = 4_096;

/**
 * The parts of the boxes in which rows could exist that nobody looked at. A part is closed if a slice holds it,
 * or if it is one whole key whose row was seen. `before`: the latest possible instant of the collection, because
 * nothing can have been seen after it.
 */
export function unseenParts(
  list: ListFact,
  rows: readonly Row[],
  slices: readonly Slice[],
  boxes: readonly Box[],
  before: number,
): Missing[] {
  const present = new Set(rows.map((row) => keyOf(row, list.key)));
  const parts: Record<string, string>[] = [];
  for (const box of boxes) {
    for (const single of oneKeyEach(list, box)) {
      if (!isPresent(list, single, present))
        parts.push(...notCovered(list, [...list.coveredBy], slices, single, before, pinned(list, single)));
    }
  }
  return parts.map((slice) => ({
    fact: list.id,
    slice,
    reason: slices.length > 0 || rows.length > 0 ? "out-of-coverage" : "not-collected",
  }));
}

/** The box cut into boxes of one key each, where it names all key fields and they are not too many. */
function oneKeyEach(list: ListFact, box: Box): Box[] {
  let boxes: Box[] = [box];
  if (list.key.length === 0) return boxes;
  for (const field of list.key) {
    const extent = extentIn(list, box, field);
    if (extent?.kind !== "values" || boxes.length * extent.values.length > mostCombinations) return [box];
    boxes = boxes.flatMap((each) =>
      extent.values.map((value) => new Map([...each, [field, { kind: "values", values: [value] }]])),
    );
  }
  return boxes;
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

function isPresent(list: ListFact, box: Box, present: ReadonlySet<string | null>): boolean {
  if (list.key.length === 0) return false;
  const values: Literal[] = [];
  for (const field of list.key) {
    const extent = extentIn(list, box, field);
    const [value] = extent?.kind === "values" ? extent.values : [];
    if (value === undefined || (extent?.kind === "values" && extent.values.length > 1)) return false;
    values.push(value);
  }
  return present.has(keyText(values));
}

/** The fields that the box pins to one value, in words: they tell a person which part to look at. */
function pinned(list: ListFact, box: Box): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [field, extent] of box) {
    const tellsWhere = list.key.includes(field) || list.coveredBy.includes(field);
    if (tellsWhere && extent.kind === "values" && extent.values.length === 1)
      words[field] = inWords(extent.values[0] ?? null);
  }
  return words;
}

const inWords = (value: Literal): string => (value === null ? "none" : String(value));

function notCovered(
  list: ListFact,
  fields: readonly string[],
  slices: readonly Slice[],
  box: Box,
  before: number,
  words: Record<string, string>,
): Record<string, string>[] {
  const [field, ...rest] = fields;
  if (field === undefined) return slices.length > 0 ? [] : [words];
  const isTime = list.fields[field]?.type === "timestamp";
  const extent =
    extentIn(list, box, field) ??
    (isTime ? { kind: "range" as const, from: -Infinity, to: before } : undefined);
  const deeper = (fitting: readonly Slice[], more: Record<string, string>) =>
    notCovered(list, rest, fitting, box, before, { ...words, ...more });
  if (extent === undefined)
    return deeper(
      slices.filter((slice) => !slice.has(field)),
      {},
    );
  if (extent.kind === "values") {
    return extent.values.flatMap((value) =>
      deeper(
        slices.filter((slice) => holdsValue(slice.get(field), value)),
        { [field]: inWords(value) },
      ),
    );
  }
  return segments(extent.from, Math.min(extent.to, before), field, slices).flatMap(([from, to]) =>
    deeper(
      slices.filter((slice) => holdsRange(slice.get(field), from, to)),
      { [field]: rangeInWords(from, to) },
    ),
  );
}

function holdsValue(extent: Extent | undefined, value: Literal): boolean {
  if (extent === undefined) return true;
  if (extent.kind === "values") return extent.values.some((each) => sameLiteral(each, value));
  return typeof value === "number" && extent.from <= value && value < extent.to;
}

function holdsRange(extent: Extent | undefined, from: number, to: number): boolean {
  return extent === undefined || (extent.kind === "range" && extent.from <= from && to <= extent.to);
}

/** The range cut at every end of a slice, so that each piece lies wholly inside or outside of each. */
function segments(from: number, to: number, field: string, slices: readonly Slice[]): [number, number][] {
  const cuts = new Set<number>();
  for (const slice of slices) {
    const extent = slice.get(field);
    if (extent?.kind === "range")
      for (const cut of [extent.from, extent.to]) if (cut > from && cut < to) cuts.add(cut);
  }
  const ends = [from, ...[...cuts].sort((a, b) => a - b), to];
  return ends
    .slice(1)
    .flatMap((end, index) =>
      (ends[index] ?? end) < end ? [[ends[index] ?? end, end] as [number, number]] : [],
    );
}

function rangeInWords(from: number, to: number): string {
  if (from === -Infinity) return to === Infinity ? "any time" : `before ${formatMinute(to)}`;
  return to === Infinity ? `since ${formatMinute(from)}` : `${formatMinute(from)} to ${formatMinute(to)}`;
}
