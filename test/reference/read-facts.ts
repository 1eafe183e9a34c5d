import type { ListFact, Rulebook, ScalarShape } from "../../engine/rulebook/rulebook.ts";
import type { FactFile, ShortEntry } from "../../schemas/generated/types.ts";
import type { Interval, List, Reading, World } from "./known.ts";
import { readRows } from "./read-rows.ts";
import { readSlice } from "./read-slice.ts";
import { readValue } from "./read-value.ts";

/** A fact file in normal forms. What no pack knows, and what is derived, is left out. */
export function readFacts(rulebook: Rulebook, file: FactFile): World {
  const scalars = new Map<string, Reading>();
  const lists = new Map<string, List>();
  for (const fact of Object.values(rulebook.facts)) {
    const entry = file.facts[fact.id];
    if (fact.derived !== null || entry === undefined) continue;
    if (fact.kind === "scalar") scalars.set(fact.id, readScalar(entry, fact));
    else {
      const list = readList(entry, fact, rulebook.languages);
      if (list !== null) lists.set(fact.id, list);
    }
  }
  return { rulebook, scalars, lists, now: readNow(file) };
}

function readScalar(entry: ShortEntry, shape: ScalarShape): Reading {
  if (typeof entry !== "object" || entry === null) return readClaims([entry], shape);
  if ("value" in entry) return readClaims([entry.value], shape);
  if ("conflict" in entry) {
    return readClaims(
      entry.conflict.map(({ value }) => value),
      shape,
    );
  }
  return null;
}

/** One claim that cannot be read could be anything, and so could the value. */
function readClaims(raw: readonly unknown[], shape: ScalarShape): Reading {
  const claims = raw.map((value) => readValue(value, shape));
  // Of a message that stands alone nobody says which language it is in.
  return claims.every((claim) => claim !== null) ? { claims, hitsOnly: shape.message } : null;
}

function readList(entry: ShortEntry, fact: ListFact, languages: readonly string[]): List | null {
  if (entry === null) return { rows: [], slices: [new Map()] };
  if (typeof entry !== "object") return null;
  if (Array.isArray(entry)) return { rows: readRows(entry, fact, languages), slices: [] };
  if ("value" in entry) return entry.value === null ? { rows: [], slices: [new Map()] } : null;
  if (!("items" in entry)) return null;
  const rows = readRows(entry.items, fact, languages);
  // Who reports one symptom may not have noticed another.
  if (fact.id === "reported.symptoms" && rows.length > 0) return { rows, slices: [] };
  const slices = (entry.covers ?? [])
    .map((slice) => readSlice(slice, fact))
    .filter((slice) => slice !== null);
  return { rows, slices: entry.complete ? [new Map(), ...slices] : slices };
}

function readNow({ collectedAt }: FactFile): Interval {
  const shape: ScalarShape = {
    type: "timestamp",
    values: [],
    alsoWritten: {},
    unit: null,
    orNone: false,
    message: false,
  };
  const from = readValue(collectedAt?.from, shape);
  const to = readValue(collectedAt?.to, shape);
  return { low: lowest(from) ?? -Infinity, high: highest(to) ?? Infinity };
}

const lowest = (claim: ReturnType<typeof readValue>) =>
  claim && ("low" in claim ? claim.low : Number(claim.value));
const highest = (claim: ReturnType<typeof readValue>) =>
  claim && ("low" in claim ? claim.high : Number(claim.value));
