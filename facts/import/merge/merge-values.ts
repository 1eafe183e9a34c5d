import type { ConflictEntry, Origins, ValueEntry } from "../../../schemas/generated/types.ts";
import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import { valueOfText } from "../value-of-text.ts";
import { joinOrigins } from "./join-origins.ts";
import type { MergeRule } from "./merge-rule.ts";

/** Everything that claims one value. */
interface Claim {
  readonly entry: ValueEntry;
  /** When it was seen last, in milliseconds; null unless every origin says exactly when. */
  readonly seen: number | null;
}

/**
 * One value if all agree. If not, a later observation replaces an earlier one, which stays as history; claims
 * that nobody can put in order are a conflict.
 */
export function mergeValues(entries: readonly ValueEntry[], rule: MergeRule): ValueEntry | ConflictEntry {
  const claims = claimsOf(entries, rule);
  const times = claims.flatMap(({ seen }) => (seen === null ? [] : [seen]));
  const last = Math.max(...times);
  const current = claims.filter(({ seen }) => seen === null || seen === last);
  const replaced = claims
    .filter((claim) => !current.includes(claim))
    .sort((a, b) => (b.seen ?? 0) - (a.seen ?? 0));
  // What was replaced belongs to what replaced it, which was seen at the last time of all.
  const entriesNow = current.map(({ entry, seen }) => (seen === null ? entry : withHistory(entry, replaced)));
  const [first, ...others] = entriesNow;
  if (first !== undefined && others.length === 0) return first;
  return { conflict: entriesNow };
}

function withHistory(entry: ValueEntry, replaced: readonly Claim[]): ValueEntry {
  const earlier = replaced.flatMap(({ entry: { earlier: older = [], ...own } }) => [own, ...older]);
  return earlier.length === 0 ? entry : { ...entry, earlier: [...(entry.earlier ?? []), ...earlier] };
}

/** By value; sorted, so that the order of the files has no effect. */
function claimsOf(entries: readonly ValueEntry[], rule: MergeRule): Claim[] {
  const byValue = new Map<string, ValueEntry[]>();
  for (const entry of entries) {
    const key = sameness(entry, rule);
    byValue.set(key, [...(byValue.get(key) ?? []), entry]);
  }
  return [...byValue.keys()].sort().map((key) => claimOf(byValue.get(key) ?? []));
}

/** Values that are written differently can be the same: a thumbprint with and without spaces. */
function sameness({ value }: ValueEntry, { type, values }: MergeRule): string {
  if (type === undefined || type === "text" || typeof value !== "string") return JSON.stringify(value);
  const normal = valueOfText(value, type, values);
  if (!normal.ok) return JSON.stringify(value);
  const time = type === "timestamp" ? parseTimestamp(value) : undefined;
  return time?.ok ? JSON.stringify([time.value.from, time.value.to]) : JSON.stringify(normal.value.value);
}

function claimOf(same: readonly ValueEntry[]): Claim {
  const written = same.map(({ value }) => value).sort(byText);
  const notes = [...new Set(same.flatMap(({ note }) => (note === undefined ? [] : [note])))].sort();
  const from = joinOrigins(same.map((entry) => entry.from));
  const earlier = distinct(same.flatMap((entry) => entry.earlier ?? []));
  const entry: ValueEntry = {
    value: written[0] ?? null,
    ...(notes.length > 0 && { note: notes.join(" ") }),
    ...(from.length > 0 && { from }),
    ...(earlier.length > 0 && { earlier }),
  };
  return { entry, seen: lastSeen(from) };
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function distinct(entries: readonly ValueEntry[]): ValueEntry[] {
  const byContent = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  const seen = (entry: ValueEntry): number => lastSeen(entry.from ?? []) ?? Number.NEGATIVE_INFINITY;
  return [...byContent]
    .sort(([a, x], [b, y]) => seen(y) - seen(x) || (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

function lastSeen(from: Origins): number | null {
  const times = from.map(({ time }) => exactTime(time));
  if (times.length === 0) return null;
  let last = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time === null) return null;
    last = Math.max(last, time);
  }
  return last;
}

function exactTime(text: string | undefined): number | null {
  const time = text === undefined ? undefined : parseTimestamp(text);
  return time?.ok && time.value.from === time.value.to ? time.value.from : null;
}
