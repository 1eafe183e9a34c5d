import type { Claim } from "../../engine/facts/reading.ts";
import type { Count, Extreme, FieldDefinition, ListFact } from "../../engine/rulebook/rulebook.ts";
import { allOf, type Truth } from "../../engine/truth.ts";
import { claim, range } from "./arithmetic.ts";
import { judgeRow } from "./judge.ts";
import { type Interval, known, type Reading, type Row, type Scope } from "./known.ts";
import { pointOf } from "./point-of.ts";
import { sameValue } from "./same-value.ts";

interface Candidate {
  readonly row: Row;
  /** Whether it is there and fits. */
  readonly truth: Truth;
}

/** From the rows that fit for certain up to all that may fit; without end where some were not seen. */
export function countRows(count: Count, scope: Scope): Reading {
  const rows = candidates(count, scope);
  if (rows === null) return null;
  const certain = rows.filter(({ truth }) => truth === true).map(({ row }) => row);
  return known(
    claim(fewest(certain, listOf(count.list, scope)), mayBeMore(count, scope) ? Infinity : rows.length),
  );
}

/** There is one row a key, so two rows of which a key field is open may be one: the fewest that they can be. */
function fewest(rows: readonly Row[], list: ListFact): number {
  const [first, ...rest] = rows;
  if (first === undefined) return 0;
  const alone = 1 + fewest(rest, list);
  const shared = rest.map((other, index) =>
    mayBeOne(first, other, list) ? fewest(withMerged(first, other, rest, index), list) : alone,
  );
  return Math.min(alone, ...shared);
}

const withMerged = (first: Row, other: Row, rest: readonly Row[], index: number): Row[] => [
  {
    certain: true,
    fields: new Map(
      [...first.fields].map(([name, reading]) => [name, reading ?? other.fields.get(name) ?? null]),
    ),
  },
  ...rest.filter((_, place) => place !== index),
];

function mayBeOne(a: Row, b: Row, { key, fields }: ListFact): boolean {
  return (
    key.length > 0 &&
    key.every((name) => {
      const type = fields[name]?.type ?? "text";
      const [left, right] = [a, b].map((row) => pointOf(row.fields.get(name) ?? null, type));
      return left === undefined || right === undefined || sameValue(left, right, type);
    })
  );
}

/**
 * The outcome of every choice: which of the doubtful rows fit, and which of its possible values each row has. The
 * values that this gives are taken together into one range; that there is no such row is a claim of its own.
 */
export function extremeOfRows(extreme: Extreme, scope: Scope): Reading {
  const rows = candidates(extreme, scope);
  if (rows === null) return null;
  const unseen: Interval[] = mayBeMore(extreme, scope) ? [{ low: -Infinity, high: Infinity }] : [];
  const mayBeNone = fieldOf(extreme, scope).orNone;
  const options = [
    ...rows.map(({ row, truth }) => [
      ...valuesOf(row.fields.get(extreme.field) ?? null, mayBeNone),
      ...(truth === true ? [] : [null]),
    ]),
    ...unseen.map((anything) => [anything, null]),
  ];
  const better = extreme.kind === "smallest" ? Math.min : Math.max;
  const outcomes = options.reduce<readonly (Interval | null)[]>(
    (chosen, option) =>
      distinct(chosen.flatMap((before) => option.map((value) => choose(before, value, better)))),
    [null],
  );
  return known(...asClaims(outcomes));
}

function listOf(id: string, scope: Scope): ListFact {
  const fact = scope.world.rulebook.facts[id];
  if (fact?.kind !== "list") throw new Error(`${id} is no list.`);
  return fact;
}

function fieldOf({ list, field }: Extreme, scope: Scope): FieldDefinition {
  const definition = listOf(list, scope).fields[field];
  if (definition === undefined) throw new Error(`${list} has no field ${field}.`);
  return definition;
}

function candidates({ list, where }: Count | Extreme, scope: Scope): Candidate[] | null {
  const rows = scope.rowsOf(list);
  if (rows === null) return null;
  return rows
    .map((row) => ({ row, truth: allOf([row.certain || "unknown", judgeRow(where, list, row, scope)]) }))
    .filter(({ truth }) => truth !== false);
}

function mayBeMore({ list, where }: Count | Extreme, scope: Scope): boolean {
  for (const _ of scope.furtherRows(list, where)) return true;
  return false;
}

/** A row whose field is none has no value to compare. */
function valuesOf(reading: Reading, mayBeNone: boolean): (Interval | null)[] {
  if (reading !== null) return reading.claims.map(range);
  return [{ low: -Infinity, high: Infinity }, ...(mayBeNone ? [null] : [])];
}

function choose(
  before: Interval | null,
  value: Interval | null,
  better: (a: number, b: number) => number,
): Interval | null {
  if (before === null || value === null) return before ?? value;
  return { low: better(before.low, value.low), high: better(before.high, value.high) };
}

function distinct(outcomes: readonly (Interval | null)[]): (Interval | null)[] {
  return [
    ...new Map(outcomes.map((outcome) => [outcome && `${outcome.low} ${outcome.high}`, outcome])).values(),
  ];
}

function asClaims(outcomes: readonly (Interval | null)[]): Claim[] {
  const ranges = outcomes.filter((outcome) => outcome !== null);
  const none: Claim[] = outcomes.includes(null) ? [{ value: null }] : [];
  if (ranges.length === 0) return none;
  return [
    ...none,
    claim(Math.min(...ranges.map(({ low }) => low)), Math.max(...ranges.map(({ high }) => high))),
  ];
}
