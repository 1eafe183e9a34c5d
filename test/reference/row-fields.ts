import type { ListFact } from "../../engine/rulebook/rulebook.ts";
import { deriveScalar } from "./derive-scalar.ts";
import type { Reading, Row, Scope } from "./known.ts";

/** A row with those of its fields that follow from others. */
export function withDerivedFields(row: Row, list: ListFact, scope: Scope): Row {
  const fields = new Map(row.fields);
  const read = (name: string): Reading => {
    const derivation = list.fields[name]?.derived ?? null;
    return derivation === null ? (row.fields.get(name) ?? null) : deriveScalar(derivation, read, scope.world);
  };
  for (const name of Object.keys(list.fields)) fields.set(name, read(name));
  return { certain: row.certain, fields };
}
