import type { Conflict, ConflictClaim, FactFile, Place, ValueEntry } from "../../schemas/generated/types.ts";
import type { WorkingMemory } from "../evaluate/evaluation.ts";
import { known } from "../facts/make-reading.ts";
import { normalForm } from "../facts/normal-form.ts";
import { joinPlaces, placesOf } from "../facts/places.ts";
import type { Claim, Row } from "../facts/reading.ts";
import { describeReading } from "../facts/wording.ts";
import type { ListFact, Rulebook, ScalarFact, ScalarShape } from "../rulebook/rulebook.ts";
import { byCodeUnit } from "./code-unit-order.ts";

/** The facts that sources claim differently: each claim once, with all places that make it. */
export function describeConflicts(
  rulebook: Rulebook,
  memory: WorkingMemory,
  facts: FactFile["facts"],
): Conflict[] {
  return memory.conflicting.toSorted(byCodeUnit).flatMap((fact) => {
    const definition = Object.hasOwn(rulebook.facts, fact) ? rulebook.facts[fact] : undefined;
    if (definition === undefined) return [];
    const claims =
      definition.kind === "list"
        ? claimsOfRows(definition, memory)
        : claimsOfValue(definition, memory, Object.hasOwn(facts, fact) ? facts[fact] : undefined);
    return [{ fact, claims: merged(claims) }];
  });
}

/** Only the file says which source makes which claim; of a fact that is derived, the claims alone are known. */
function claimsOfValue(
  definition: ScalarFact,
  memory: WorkingMemory,
  entry: FactFile["facts"][string] | undefined,
): readonly ConflictClaim[] {
  if (typeof entry === "object" && entry !== null && "conflict" in entry)
    return entry.conflict.map((claim) => asWritten(claim, definition));
  const reading = memory.scalar(definition.id);
  if (!reading.known) return [];
  return reading.claims.map((claim) => ({ value: claimInWords(claim, definition), from: [...reading.at] }));
}

/** In the normal form, so that one value written in two ways is one claim; as it stands where it has none. */
function asWritten({ value, from }: ValueEntry, shape: ScalarShape): ConflictClaim {
  const form = normalForm(value, shape);
  return { value: claimInWords(form.ok ? form.value : { value }, shape), from: placesOf(from) };
}

const claimInWords = (claim: Claim, shape: ScalarShape): string => describeReading(known([claim], []), shape);

function claimsOfRows(list: ListFact, memory: WorkingMemory): readonly ConflictClaim[] {
  const reading = memory.list(list.id);
  return reading.known ? reading.rows.flatMap((row) => claimsOfRow(row, list)) : [];
}

function claimsOfRow(row: Row, list: ListFact): readonly ConflictClaim[] {
  const which = list.key.map((field) => inWords(field, row, list)).join(", ");
  return Object.entries(list.fields).flatMap(([field, shape]) => {
    const reading = row.fields.get(field);
    if (reading?.known !== true || reading.claims.length < 2) return [];
    return reading.claims.map((claim) => ({
      value: `${field} ${claimInWords(claim, shape)}${which === "" ? "" : ` (${which})`}`,
      from: [...(reading.at.length > 0 ? reading.at : row.at)],
    }));
  });
}

function inWords(field: string, row: Row, list: ListFact): string {
  const [reading, shape] = [row.fields.get(field), list.fields[field]];
  return `${field} ${reading === undefined || shape === undefined ? "(not known)" : describeReading(reading, shape)}`;
}

function merged(claims: readonly ConflictClaim[]): ConflictClaim[] {
  const places = new Map<string, Place[]>();
  for (const { value, from } of claims) places.set(value, joinPlaces(places.get(value) ?? [], from));
  return [...places].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([value, from]) => ({ value, from }));
}
