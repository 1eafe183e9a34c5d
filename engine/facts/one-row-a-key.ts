import { limits } from "../../schemas/limits.ts";
import type { Literal } from "../condition.ts";
import type { FieldDefinition, ListFact } from "../rulebook/rulebook.ts";
import { known, unknownFact } from "./make-reading.ts";
import { distinctClaims, inAgreement, sameness, tooManyClaims } from "./normal-form.ts";
import { joinPlaces, seenAt } from "./places.ts";
import type { Reading, Row } from "./reading.ts";

export interface KeyedRows {
  readonly rows: readonly Row[];
  /** The keys that are present, as `keyText` gives them. */
  readonly keys: ReadonlySet<string>;
}

/**
 * One row a key: the latest attempt. Rows of one key that were seen at the same time, or at times that nobody
 * knows, stand as one row whose fields have several claims. A row with an open key field stays as it is.
 */
export function oneRowAKey(list: ListFact, rows: readonly Row[]): KeyedRows {
  if (list.key.length === 0) return { rows, keys: new Set() };
  const byKey = new Map<string, Row[]>();
  const open: Row[] = [];
  for (const row of rows) {
    const key = keyOf(row, list);
    const same = key === null ? open : byKey.get(key);
    if (same !== undefined) same.push(row);
    else if (key !== null) byKey.set(key, [row]);
  }
  const keyed = [...byKey.values()].map((same) => joined(list, latest(same)));
  const repeated = open.map((row): Row => ({ ...row, mayRepeat: true }));
  return { rows: [...keyed, ...repeated], keys: new Set(byKey.keys()) };
}

/** The key of a row as text, or null if a field of it is not known for certain. */
export function keyOf(row: Row, { key, fields }: Pick<ListFact, "key" | "fields">): string | null {
  const values: Literal[] = [];
  for (const name of key) {
    const [value, ...others] = valuesIn(row.fields.get(name), fields[name]);
    if (value === undefined || others.some((other) => other !== value)) return null;
    values.push(value);
  }
  return keyText(values);
}

function valuesIn(reading: Reading | undefined, field: FieldDefinition | undefined): readonly Literal[] {
  if (!reading?.known || field === undefined) return [];
  const values = reading.claims.flatMap((claim) =>
    "value" in claim ? sameness(claim.value, field.type) : [],
  );
  return values.length === reading.claims.length ? values : [];
}

/** Of values in the form that `sameness` gives. */
export const keyText = (values: readonly Literal[]): string => JSON.stringify(values);

function latest(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 2) return rows;
  const times = rows.map((row) => seenAt(row.at));
  if (times.includes(null)) return rows;
  const last = times.reduce<number>((most, time) => Math.max(most, time ?? most), -Infinity);
  return rows.filter((_, index) => times[index] === last);
}

function joined(list: ListFact, rows: readonly Row[]): Row {
  const [only] = rows;
  if (only !== undefined && rows.length === 1) return only;
  const fields = new Map<string, Reading>();
  for (const [name, field] of Object.entries(list.fields)) {
    const readings = rows.flatMap((row) => row.fields.get(name) ?? []);
    fields.set(name, joinedField(list.id, name, field, readings));
  }
  return { exists: true, fields, at: joinPlaces(rows.flatMap((row) => row.at)) };
}

/** All that is claimed; nothing as soon as a row leaves the field open, because that row may be the latest attempt. */
function joinedField(
  list: string,
  name: string,
  field: FieldDefinition,
  readings: readonly Reading[],
): Reading {
  const open = readings.find((reading) => !reading.known);
  if (open !== undefined) return open;
  const claims = distinctClaims(readings.flatMap((reading) => (reading.known ? reading.claims : [])));
  const doubt = [{ fact: list, field: name, reason: "ambiguous" as const }];
  if (claims.length > limits.claims)
    return { ...unknownFact(list, "ambiguous", tooManyClaims), missing: doubt };
  const at = joinPlaces(readings.flatMap((reading) => reading.at));
  const own = readings.flatMap((reading) => reading.missing);
  const missing = inAgreement(claims, field.type) ? own : [...doubt, ...own];
  const joint = known(claims, at, missing);
  return readings.some((reading) => reading.known && reading.hitsOnly) ? { ...joint, hitsOnly: true } : joint;
}
