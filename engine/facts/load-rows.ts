import type { ItemsEntry, RowEntry, SliceEntry } from "../../schemas/generated/types.ts";
import { limits } from "../../schemas/limits.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import type { FieldDefinition, ListFact } from "../rulebook/rulebook.ts";
import type { Slice } from "./coverage.ts";
import { known, unknownFact } from "./make-reading.ts";
import { normalForm } from "./normal-form.ts";
import { placesOf } from "./places.ts";
import type { Extent, Reading, Row } from "./reading.ts";

export interface LoadedRows {
  readonly rows: readonly Row[];
  readonly slices: readonly Slice[];
}

/** The rows of a list in their normal forms. `derive` fills the derived fields of a row. */
export function loadRows(
  fact: ListFact,
  entry: ItemsEntry,
  derive: (fields: Map<string, Reading>) => void,
  warn: (message: string) => void,
): LoadedRows {
  const common = placesOf(entry.from);
  const kept = entry.items.slice(0, limits.listRows);
  const rows = kept.map((item): Row => {
    const at = item.from === undefined ? common : placesOf(item.from);
    const fields = new Map<string, Reading>();
    for (const [name, field] of Object.entries(fact.fields))
      fields.set(name, loadField(fact, name, field, item, warn));
    derive(fields);
    return { exists: true, fields, at };
  });
  warnOfStrangers(fact, kept, warn);
  if (kept.length === entry.items.length) return { rows, slices: loadSlices(fact, entry.covers ?? [], warn) };
  warn(
    `The fact ${fact.id} has ${entry.items.length} rows; the first ${limits.listRows} were read, and nothing counts as looked at completely.`,
  );
  return { rows, slices: [] };
}

function loadField(
  fact: ListFact,
  name: string,
  field: FieldDefinition,
  item: RowEntry,
  warn: (message: string) => void,
): Reading {
  const raw = Object.hasOwn(item, name) ? item[name] : undefined;
  if (raw === undefined) return missingField(fact.id, name, "not-collected", null);
  const form = normalForm(raw, field);
  if (form.ok) return known([form.value], []);
  warn(`A value of the field ${name} of the fact ${fact.id} was set aside: ${form.why}`);
  return missingField(fact.id, name, "wrong-type", form.why);
}

function missingField(
  list: string,
  field: string,
  reason: "not-collected" | "wrong-type",
  detail: string | null,
): Reading {
  return { ...unknownFact(list, reason, detail), missing: [{ fact: list, field, reason }] };
}

function warnOfStrangers(fact: ListFact, items: readonly RowEntry[], warn: (message: string) => void): void {
  const strangers = new Set<string>();
  for (const item of items)
    for (const name of Object.keys(item))
      if (name !== "from" && !Object.hasOwn(fact.fields, name)) strangers.add(name);
  for (const name of [...strangers].sort())
    warn(`The rows of the fact ${fact.id} have a field ${name} that no pack knows; it was not used.`);
}

function loadSlices(fact: ListFact, covers: readonly SliceEntry[], warn: (message: string) => void): Slice[] {
  const slices: Slice[] = [];
  for (const cover of covers) {
    const slice = loadSlice(fact, cover);
    if (slice instanceof Map) slices.push(slice);
    else warn(`A slice that the fact ${fact.id} is said to cover was not used: ${slice}`);
  }
  return slices;
}

function loadSlice(fact: ListFact, cover: SliceEntry): Slice | string {
  const slice = new Map<string, Extent>();
  for (const [name, raw] of Object.entries(cover)) {
    const field = Object.hasOwn(fact.fields, name) ? fact.fields[name] : undefined;
    if (field === undefined || !fact.coveredBy.includes(name)) return `the list is not covered by ${name}.`;
    const extent = raw !== null && typeof raw === "object" ? loadRange(raw) : loadPoint(raw, field);
    if (typeof extent === "string") return `${name}: ${extent}`;
    slice.set(name, extent);
  }
  return slice;
}

function loadPoint(raw: unknown, field: FieldDefinition): Extent | string {
  const form = normalForm(raw, field);
  if (!form.ok) return form.why;
  return "value" in form.value ? { kind: "values", values: [form.value.value] } : "the time has no offset.";
}

/** The surely covered part: the latest reading of its beginning, the earliest of its end. */
function loadRange({ from, to }: { from?: string; to?: string }): Extent | string {
  const begin = from === undefined ? null : parseTimestamp(from);
  const end = to === undefined ? null : parseTimestamp(to);
  if (begin?.ok === false) return begin.why;
  if (end?.ok === false) return end.why;
  return { kind: "range", from: begin?.value.to ?? -Infinity, to: end?.value.from ?? Infinity };
}
