import type { ItemsEntry, RowEntry, SliceEntry } from "../../schemas/generated/types.ts";
import { limits } from "../../schemas/limits.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import { reportedSymptoms } from "../reported-symptoms.ts";
import type { FieldDefinition, ListFact } from "../rulebook/rulebook.ts";
import { known, unknownFact } from "./make-reading.ts";
import { normalForm } from "./normal-form.ts";
import { placesOf } from "./places.ts";
import type { Extent, Reading, Row } from "./reading.ts";
import type { Slice } from "./slices.ts";

export interface LoadedRows {
  readonly rows: readonly Row[];
  readonly slices: readonly Slice[];
}

/** The rows of a list in their normal forms. `derive` fills the derived fields of a row. */
export function loadRows(
  fact: ListFact,
  entry: ItemsEntry,
  derive: (fields: Map<string, Reading>) => void,
  warnAll: (message: string) => void,
): LoadedRows {
  const warn = onlyFew(fact, warnAll);
  const common = placesOf(entry.from);
  const kept = entry.items.slice(0, limits.listRows);
  const load = Object.entries(fact.fields).map(
    ([name, field]) => [name, fieldLoader(fact, name, field, warn)] as const,
  );
  const rows = kept.map((item): Row => {
    const at = item.from === undefined ? common : placesOf(item.from);
    const fields = new Map<string, Reading>(load.map(([name, loadField]) => [name, loadField(item)]));
    derive(fields);
    return { exists: true, fields, at };
  });
  warnOfStrangers(fact, kept, warn);
  const why = whyNeverAll(fact, entry);
  if (why === null) return { rows, slices: loadSlices(fact, entry.covers ?? [], warn) };
  warn(why);
  return { rows, slices: [] };
}

/** A sentence where no part of the list can count as looked at completely, whatever the file says. */
function whyNeverAll({ id }: ListFact, { items, covers = [] }: ItemsEntry): string | null {
  if (items.length > limits.listRows)
    return `The fact ${id} has ${items.length} rows; the first ${limits.listRows} were read, and nothing counts as looked at completely.`;
  if (id === reportedSymptoms && items.length > 0 && covers.length > 0)
    return `The fact ${id} is said to be complete. Whoever reports one symptom may not have noticed another one, so those without a row stay open.`;
  return null;
}

const mostWarnings = 20;

/** A list can be wrong in as many ways as it has rows. */
function onlyFew(fact: ListFact, warn: (message: string) => void): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (told.has(message) || told.size > mostWarnings) return;
    told.add(message);
    warn(told.size > mostWarnings ? `There is more in the fact ${fact.id} that was not used.` : message);
  };
}

function fieldLoader(
  fact: ListFact,
  name: string,
  field: FieldDefinition,
  warn: (message: string) => void,
): (item: RowEntry) => Reading {
  // One for all rows: of a long list most of what is missing is the same.
  const absent = missingField(fact.id, name, "not-collected", null);
  const doubt = [{ fact: fact.id, field: name, reason: "ambiguous" as const }];
  return (item) => {
    const raw = Object.hasOwn(item, name) ? item[name] : undefined;
    if (raw === undefined) return absent;
    const form = normalForm(raw, field);
    if (form.ok) return known([form.value], [], "value" in form.value ? [] : doubt);
    warn(`A value of the field ${name} of the fact ${fact.id} was set aside: ${form.why}`);
    return missingField(fact.id, name, "wrong-type", form.why);
  };
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
  if (covers.length > limits.coveredParts) {
    warn(
      `The fact ${fact.id} is said to cover ${covers.length} slices; the first ${limits.coveredParts} were used.`,
    );
  }
  for (const cover of covers.slice(0, limits.coveredParts)) {
    const slice = loadSlice(fact, cover);
    if (slice instanceof Map) slices.push(slice);
    else warn(`A slice that the fact ${fact.id} is said to cover was not used: ${slice}`);
  }
  return slices;
}

function loadSlice(fact: ListFact, cover: SliceEntry): Slice | string {
  const slice = new Map<string, Extent>();
  for (const [name, raw] of Object.entries(cover).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const field = Object.hasOwn(fact.fields, name) ? fact.fields[name] : undefined;
    if (field === undefined || !fact.coveredBy.includes(name)) return `the list is not covered by ${name}.`;
    const extent = raw !== null && typeof raw === "object" ? loadRange(raw, field) : loadPoint(raw, field);
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
function loadRange({ from, to }: { from?: string; to?: string }, { type }: FieldDefinition): Extent | string {
  if (type !== "timestamp") return "only a time has a range.";
  const begin = from === undefined ? null : parseTimestamp(from);
  const end = to === undefined ? null : parseTimestamp(to);
  if (begin?.ok === false) return begin.why;
  if (end?.ok === false) return end.why;
  const range = { from: begin?.value.to ?? -Infinity, to: end?.value.from ?? Infinity };
  return range.from < range.to
    ? { kind: "range", ...range }
    : "nothing lies for certain between its beginning and its end.";
}
