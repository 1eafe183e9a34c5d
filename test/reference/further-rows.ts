import type { Condition } from "../../engine/condition.ts";
import type { ListFact } from "../../engine/rulebook/rulebook.ts";
import { basesOf, mentionsOfBases } from "./bases.ts";
import { domain } from "./domain.ts";
import { canFit, combinations } from "./fill.ts";
import { judgeRow } from "./judge.ts";
import {
  known,
  type List,
  type Mentions,
  type Reading,
  type Row,
  type Scope,
  type Slice,
  type World,
} from "./known.ts";
import { joined, mentionsIn } from "./mentions.ts";
import { furtherPairs } from "./pairs.ts";
import { pointOf } from "./point-of.ts";
import { withDerivedFields } from "./row-fields.ts";
import { sameValue } from "./same-value.ts";

/**
 * The rows that could exist though nobody saw them, and of which the condition is not false: those that lie in no
 * covered slice and have a key that no row has. Tried out: all rows that can be made of a few values that stand for all
 * others. Only the fields that tell slices and keys apart are made up for good; the others stay unknown, as long as there is
 * something that they could be.
 */
export function* furtherRows(
  list: string,
  where: Condition | null,
  scope: Scope,
  also: Mentions = new Map(),
): Iterable<Row> {
  const fact = scope.world.rulebook.facts[list];
  if (fact?.kind !== "list") throw new Error(`${list} is no list.`);
  if (fact.derived !== null) {
    yield* furtherPairs(list, fact.derived, where, scope);
    return;
  }
  const seen = scope.world.lists.get(list);
  if (seen === undefined) throw new Error(`${list} is unknown.`);
  if (seen.slices.some((slice) => slice.size === 0)) return;
  for (const fields of conceivable(fact, seen, joined(mentionsIn(where, scope), also), scope)) {
    const row = withDerivedFields({ certain: true, fields }, fact, scope);
    if (!mayExist(row, seen, fact, scope.world)) continue;
    if (judgeRow(where, list, row, scope) !== false && canFit(row, fact, where, scope)) yield row;
  }
}

function* conceivable(
  fact: ListFact,
  seen: List,
  mentions: Mentions,
  scope: Scope,
): Iterable<ReadonlyMap<string, Reading>> {
  const names = telling(fact);
  const all = joined(
    mentions,
    mentionsOfBases(mentions, fact, scope),
    ofRows(seen),
    ofSlices(seen, fact, scope),
  );
  yield* combinations(names, (name) => {
    const shape = fact.fields[name];
    const { low, high } = scope.world.now;
    const mentioned = [...(all.get(name) ?? []), ...(shape?.type === "timestamp" ? [low, high] : [])];
    return shape === undefined ? [] : domain(shape, mentioned).map((value) => known({ value }));
  });
}

/** The fields of key and slices, and what they are derived from. */
function telling(fact: ListFact): string[] {
  const names = new Set([...fact.key, ...fact.coveredBy].flatMap((name) => [name, ...basesOf(name, fact)]));
  return [...names].filter((name) => fact.fields[name]?.derived === null);
}

function ofRows({ rows }: List): Mentions {
  return joined(
    ...rows.map(
      ({ fields }) =>
        new Map(
          [...fields].map(([name, reading]) => [
            name,
            (reading?.claims ?? []).flatMap((claim) =>
              "value" in claim ? [claim.value] : [claim.low, claim.high],
            ),
          ]),
        ),
    ),
  );
}

function ofSlices({ slices }: List, fact: ListFact, scope: Scope): Mentions {
  const said = joined(
    ...slices.map(
      (slice) =>
        new Map(
          [...slice].map(([name, part]) => [name, "value" in part ? [part.value] : [part.from, part.to]]),
        ),
    ),
  );
  return joined(said, mentionsOfBases(said, fact, scope));
}

/** Whether a row, of which key and slice are known, may be there though nobody saw it. */
export function mayExist(row: Row, seen: List, fact: ListFact, world: World): boolean {
  return !isToCome(row, fact, world) && !isCovered(row, seen, fact) && !isPresent(row, seen, fact);
}

/** A list that is covered by time holds what happened before the collection, so nothing that comes after it. */
function isToCome(row: Row, { coveredBy, fields }: ListFact, world: World): boolean {
  return coveredBy.some((name) => {
    const time = pointOf(row.fields.get(name) ?? null, "timestamp");
    return fields[name]?.type === "timestamp" && typeof time === "number" && time >= world.now.high;
  });
}

function isCovered(row: Row, { slices }: List, fact: ListFact): boolean {
  return slices.some((slice) => liesIn(row, slice, fact));
}

function liesIn(row: Row, slice: Slice, fact: ListFact): boolean {
  return [...slice].every(([name, part]) => {
    const type = fact.fields[name]?.type ?? "text";
    const value = pointOf(row.fields.get(name) ?? null, type);
    if (value === undefined) return false;
    if ("value" in part) return sameValue(part.value, value, type);
    return typeof value === "number" && value >= part.from && value < part.to;
  });
}

/** A row of this key was seen, and there is one row a key. */
function isPresent(row: Row, { rows }: List, { key, fields }: ListFact): boolean {
  if (key.length === 0) return false;
  return rows.some((seen) =>
    key.every((name) => {
      const type = fields[name]?.type ?? "text";
      const a = pointOf(seen.fields.get(name) ?? null, type);
      const b = pointOf(row.fields.get(name) ?? null, type);
      return a !== undefined && b !== undefined && sameValue(a, b, type);
    }),
  );
}
