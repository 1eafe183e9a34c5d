import { foldText } from "../../schemas/values/text-equal.ts";
import type { ListFact } from "../rulebook/rulebook.ts";
import { known, onlyValue } from "./make-reading.ts";
import { distinctClaims, inAgreement } from "./normal-form.ts";
import { joinPlaces, seenAt } from "./places.ts";
import type { Reading, Row } from "./reading.ts";

/**
 * One row a key: the latest attempt. Rows of one key that were seen at the same time, or at times that nobody
 * knows, stand as one row whose fields have several claims. A row with an open key field stays as it is.
 */
export function oneRowAKey(list: ListFact, rows: readonly Row[]): Row[] {
  if (list.key.length === 0) return [...rows];
  const byKey = new Map<string, Row[]>();
  const open: Row[] = [];
  for (const row of rows) {
    const key = keyOf(row, list.key);
    if (key === null) open.push(row);
    else byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return [...[...byKey.values()].map((same) => joined(list, latest(same))), ...open];
}

/** The key of a row as text, or null if a field of it is not known for certain. */
export function keyOf(row: Row, key: readonly string[]): string | null {
  const values = key.map((field) => onlyValue(row.fields.get(field)));
  return values.includes(undefined) ? null : keyText(values);
}

export const keyText = (values: readonly unknown[]): string =>
  JSON.stringify(values.map((value) => (typeof value === "string" ? foldText(value) : value)));

function latest(rows: readonly Row[]): readonly Row[] {
  const times = rows.map((row) => seenAt(row.at));
  if (times.includes(null)) return rows;
  const last = times.reduce<number>((most, time) => Math.max(most, time ?? most), -Infinity);
  return rows.filter((_, index) => times[index] === last);
}

function joined(list: ListFact, rows: readonly Row[]): Row {
  const [only] = rows;
  if (only !== undefined && rows.length === 1) return only;
  const fields = new Map<string, Reading>();
  for (const name of Object.keys(list.fields)) {
    fields.set(
      name,
      joinedField(
        list.id,
        name,
        rows.flatMap((row) => row.fields.get(name) ?? []),
      ),
    );
  }
  return { exists: true, fields, at: joinPlaces(...rows.map((row) => row.at)) };
}

/** What any row knows, all its claims; a row that does not know the field claims nothing. */
function joinedField(list: string, field: string, readings: readonly Reading[]): Reading {
  const claims = distinctClaims(readings.flatMap((reading) => (reading.known ? reading.claims : [])));
  const [first] = readings;
  if (claims.length === 0 && first !== undefined) return first;
  const doubt = inAgreement(claims) ? [] : [{ fact: list, field, reason: "ambiguous" as const }];
  const joint = known(claims, joinPlaces(...readings.map((reading) => reading.at)), doubt);
  return readings.some((reading) => reading.known && reading.hitsOnly) ? { ...joint, hitsOnly: true } : joint;
}
