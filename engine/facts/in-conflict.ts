import type { FactEntry } from "../../schemas/generated/types.ts";
import type { FieldDefinition, ListFact, ScalarFact } from "../rulebook/rulebook.ts";
import { inAgreement } from "./normal-form.ts";
import type { ListReading, Reading, Row } from "./reading.ts";

/** Whether sources claim different values, and nothing settles which of them counts. */
export function isInConflict({ type }: ScalarFact, entry: FactEntry | undefined, reading: Reading): boolean {
  if (entry === undefined || !("conflict" in entry)) return false;
  return !reading.known || !inAgreement(reading.claims, type);
}

export function hasRowsInConflict({ fields }: ListFact, reading: ListReading): boolean {
  if (!reading.known) return false;
  const inConflict = ([name, { type }]: [string, FieldDefinition], row: Row): boolean => {
    const field = row.fields.get(name);
    return field?.known === true && field.claims.length > 1 && !inAgreement(field.claims, type);
  };
  return reading.rows.some((row) => Object.entries(fields).some((field) => inConflict(field, row)));
}
