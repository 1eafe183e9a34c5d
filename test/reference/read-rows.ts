import type { ListFact } from "../../engine/rulebook/rulebook.ts";
import type { RowEntry } from "../../schemas/generated/types.ts";
import { sameText } from "../../schemas/values/text-equal.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";
import { known, type Reading, type Row } from "./known.ts";
import { readValue } from "./read-value.ts";
import { sameValue } from "./same-value.ts";

interface Seen {
  readonly fields: ReadonlyMap<string, Reading>;
  /** When somebody looked; null if nobody says. */
  readonly time: number | null;
}

/** The rows of a list, one a key: the latest attempt, and what attempts of no order claim together. */
export function readRows(entries: readonly RowEntry[], fact: ListFact, languages: readonly string[]): Row[] {
  const groups: Seen[][] = [];
  for (const seen of entries.map((entry) => readRow(entry, fact, languages))) {
    const group = groups.find(([first]) => first !== undefined && sameKey(first, seen, fact));
    if (group === undefined) groups.push([seen]);
    else group.push(seen);
  }
  return groups.map((group) => ({ certain: true, fields: together(latest(group), fact) }));
}

function inTheirLanguage(
  fields: ReadonlyMap<string, Reading>,
  fact: ListFact,
  languages: readonly string[],
): Map<string, Reading> {
  const cultures = fields.get("culture")?.claims ?? [{ value: null }];
  const spoken = cultures.every(
    (claim) => "value" in claim && typeof claim.value === "string" && speaks(languages, claim.value),
  );
  return new Map(
    [...fields].map(([name, reading]) => [
      name,
      reading && { ...reading, hitsOnly: fact.fields[name]?.message === true && !spoken },
    ]),
  );
}

/** en-US is English. */
const speaks = (languages: readonly string[], culture: string) =>
  languages.some((language) => sameText(language, culture.split("-")[0] ?? "", false));

function readRow(entry: RowEntry, fact: ListFact, languages: readonly string[]): Seen {
  const fields = new Map<string, Reading>();
  for (const [name, shape] of Object.entries(fact.fields)) {
    const raw = entry[name];
    if (raw === undefined || shape.derived !== null) continue;
    const claim = readValue(raw, shape);
    fields.set(name, claim && known(claim));
  }
  const times = (entry.from ?? [])
    .map(({ time }) => parseTimestamp(time ?? ""))
    .map((read) => (read.ok ? read.value.to : null));
  return {
    fields: inTheirLanguage(fields, fact, languages),
    time: times.reduce(
      (late, time) => (late === null || time === null ? (late ?? time) : Math.max(late, time)),
      null,
    ),
  };
}

function sameKey(a: Seen, b: Seen, { key, fields }: ListFact): boolean {
  if (key.length === 0) return false;
  return key.every((name) => {
    const [left] = a.fields.get(name)?.claims ?? [];
    const [right] = b.fields.get(name)?.claims ?? [];
    const shape = fields[name];
    if (left === undefined || right === undefined || shape === undefined) return false;
    return "value" in left && "value" in right && sameValue(left.value, right.value, shape.type);
  });
}

function latest(group: readonly Seen[]): readonly Seen[] {
  const times = group.map(({ time }) => time);
  if (times.includes(null)) return group;
  const last = Math.max(...times.map(Number));
  return group.filter(({ time }) => time === last);
}

/**
 * All that is claimed. A row that leaves the field out, or says what nobody can read, may be the latest attempt; then the
 * field is unknown.
 */
function together(group: readonly Seen[], fact: ListFact): Map<string, Reading> {
  const fields = new Map<string, Reading>();
  for (const name of Object.keys(fact.fields)) {
    const readings = group.map((seen) => seen.fields.get(name) ?? null);
    const readable = readings.filter((reading) => reading !== null);
    const claims = readable.flatMap((reading) => reading.claims);
    const isKnown = readable.length === readings.length;
    fields.set(name, isKnown ? { claims, hitsOnly: readable.some(({ hitsOnly }) => hitsOnly) } : null);
  }
  return fields;
}
