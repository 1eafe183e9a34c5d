import type { MatchUpSource } from "../../../schemas/generated/types.ts";
import type { Findings } from "../findings.ts";
import { inside, keyOf } from "../parse/document.ts";
import type { FactDefinition, FieldDefinition, ListFact } from "../rulebook.ts";
import { commonParts } from "./draft-scalars.ts";
import type { FactEntry } from "./entries.ts";
import { fieldNames, fieldsFrom } from "./fields.ts";

export function draftList({ name, source, spot }: FactEntry, findings: Findings): ListFact | null {
  if (source.derived !== undefined) {
    const hint =
      "A list is derived by match-up only; pick needs type: record, everything else gives a single value.";
    findings.problem(
      keyOf(spot, "derived"),
      "declaration-does-not-fit",
      "This derivation does not give a list.",
      hint,
    );
    return null;
  }
  if (source.of === undefined) {
    findings.problem(
      keyOf(spot),
      "declaration-incomplete",
      "A list needs its fields.",
      "Add of: and under it each field with its type.",
    );
    return null;
  }
  const fields = fieldsFrom(source.of, inside(spot, "of"), findings);
  const named = (key: "key" | "covered-by") =>
    fieldNames(source[key], fields, name, inside(spot, key), findings);
  return {
    kind: "list",
    id: name,
    fields,
    key: named("key"),
    coveredBy: named("covered-by"),
    ...commonParts(source),
    derived: null,
  };
}

/** The fields of pairs: what both rows have in common by its own name, and all of each side as `side.field`. */
export function draftPairs(
  entry: FactEntry,
  { from, on, sides }: MatchUpSource["match-up"],
  facts: ReadonlyMap<string, FactDefinition>,
  findings: Findings,
): ListFact | null {
  const base = facts.get(from);
  // Whether the list exists is told with the derivation.
  if (base?.kind !== "list") return null;
  const common = fieldNames(on, base.fields, from, inside(entry.spot, "derived", "match-up", "on"), findings);
  const fields: Record<string, FieldDefinition> = {};
  for (const field of common) {
    const own = Object.hasOwn(base.fields, field) ? base.fields[field] : undefined;
    if (own === undefined) return null;
    fields[field] = { ...own, derived: null };
  }
  for (const side of Object.keys(sides)) {
    for (const [field, own] of Object.entries(base.fields)) {
      fields[`${side}.${field}`] = { ...own, description: `${side}: ${own.description}`, derived: null };
    }
  }
  return {
    kind: "list",
    id: entry.name,
    fields,
    key: [],
    coveredBy: [],
    ...commonParts(entry.source),
    derived: null,
  };
}
