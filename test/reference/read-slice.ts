import type { ListFact, ScalarShape } from "../../engine/rulebook/rulebook.ts";
import type { SliceEntry } from "../../schemas/generated/types.ts";
import type { Slice, SlicePart } from "./known.ts";
import { readValue } from "./read-value.ts";

/** null: some part of it cannot be read, so nobody knows what was looked at. */
export function readSlice(entry: SliceEntry, fact: ListFact): Slice | null {
  const slice = new Map<string, SlicePart>();
  for (const [name, raw] of Object.entries(entry)) {
    const field = fact.fields[name];
    const part = field === undefined || !fact.coveredBy.includes(name) ? null : readPart(raw, field);
    if (part === null) return null;
    slice.set(name, part);
  }
  return slice;
}

function readPart(raw: SliceEntry[string], shape: ScalarShape): SlicePart | null {
  if (typeof raw === "object" && raw !== null) {
    if (shape.type !== "timestamp") return null;
    const from = raw.from === undefined ? { value: -Infinity } : readValue(raw.from, shape);
    const to = raw.to === undefined ? { value: Infinity } : readValue(raw.to, shape);
    if (from === null || to === null) return null;
    // Of an end that is known to some hours only, what was looked at for certain.
    return {
      from: "high" in from ? from.high : Number(from.value),
      to: "low" in to ? to.low : Number(to.value),
    };
  }
  const claim = readValue(raw, shape);
  return claim !== null && "value" in claim ? claim : null;
}
