import type { FactEntry, FactFile, Origin, SliceEntry } from "../../schemas/generated/types.ts";
import type { ValuePath } from "../../schemas/text/positions.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import type { ReadValue } from "../../schemas/text/read-text.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";

/** A time in a fact file that cannot be read would silently count as not known, so it is told like any other mistake. */
export function timeProblems(file: FactFile, name: string, places: Pick<ReadValue, "placeOf">): Problem[] {
  const problems: Problem[] = [];
  const report = (path: ValuePath, code: string, message: string, hint: string) =>
    problems.push({ file: name, ...places.placeOf(path), code, message, hint });
  checkRange(file.collectedAt ?? {}, ["collectedAt"], report);
  for (const [id, entry] of Object.entries(file.facts)) checkEntry(entry, ["facts", id], report);
  return problems;
}

type Report = (path: ValuePath, code: string, message: string, hint: string) => void;

function checkEntry(entry: FactFile["facts"][string], path: ValuePath, report: Report): void {
  if (entry === null || typeof entry !== "object") return;
  if (Array.isArray(entry)) checkRows(entry, path, report);
  else checkFull(entry, path, report);
}

function checkFull(entry: FactEntry, path: ValuePath, report: Report): void {
  if ("conflict" in entry) {
    for (const [index, claim] of entry.conflict.entries())
      checkFull(claim, [...path, "conflict", index], report);
    return;
  }
  checkOrigins(entry.from, [...path, "from"], report);
  if ("items" in entry) {
    checkRows(entry.items, [...path, "items"], report);
    for (const [index, slice] of (entry.covers ?? []).entries())
      checkSlice(slice, [...path, "covers", index], report);
  }
}

function checkRows(rows: readonly { from?: Origin[] }[], path: ValuePath, report: Report): void {
  for (const [index, { from }] of rows.entries()) checkOrigins(from, [...path, index, "from"], report);
}

function checkOrigins(origins: readonly Origin[] | undefined, path: ValuePath, report: Report): void {
  for (const [index, { time }] of (origins ?? []).entries()) {
    if (time !== undefined) checkTime(time, [...path, index, "time"], report);
  }
}

function checkSlice(slice: SliceEntry, path: ValuePath, report: Report): void {
  for (const [field, value] of Object.entries(slice)) {
    if (value !== null && typeof value === "object") checkRange(value, [...path, field], report);
  }
}

function checkRange({ from, to }: { from?: string; to?: string }, path: ValuePath, report: Report): void {
  const begin = from === undefined ? undefined : checkTime(from, [...path, "from"], report);
  const end = to === undefined ? undefined : checkTime(to, [...path, "to"], report);
  if (begin === undefined || end === undefined || begin.from <= end.to) return;
  report(
    [...path, "to"],
    "times-swapped",
    `"to" lies before "from", so there is no time between them.`,
    "Swap the two.",
  );
}

function checkTime(text: string, path: ValuePath, report: Report): { from: number; to: number } | undefined {
  const time = parseTimestamp(text);
  if (time.ok) return time.value;
  report(path, "no-time", time.why, "Give the offset too: Z for UTC, or +01:00.");
  return undefined;
}
