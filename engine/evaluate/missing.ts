import type { Missing } from "../../schemas/generated/types.ts";
import type { Condition, Leaf, RowsTest, Test } from "../condition.ts";
import type { Reading, Row } from "../facts/reading.ts";
import type { Truth } from "../truth.ts";
import { type Context, factScope, type Scope } from "./context.ts";
import { conditionTruth, counterexample, leafTruth, rowJudge, rowScope } from "./judge.ts";
import { boxesOf } from "./regions.ts";

/** Where the search for what is missing looks things up. */
export interface Asking {
  readonly scope: Scope;
  readonly context: Context;
  /** How a leaf came out; it may be remembered. */
  readonly truthOf: (leaf: Leaf) => Truth;
  /** What another rule waits for. */
  readonly ofRule: (rule: string) => readonly Missing[];
}

/** For conditions on facts that read no rules. */
export function askingFacts(context: Context): Asking {
  return asking(factScope(context), context);
}

function asking(scope: Scope, context: Context): Asking {
  return { scope, context, truthOf: (leaf) => leafTruth(leaf, scope, context), ofRule: () => [] };
}

/** What has to become known to decide a condition: only parts that are undecided themselves can still change it. */
export function missingFor(condition: Condition, about: Asking): Missing[] {
  return distinctMissing(openIn(condition, about));
}

function* openIn(condition: Condition, about: Asking): Generator<Missing> {
  if (conditionTruth(condition, about.truthOf) !== "unknown") return;
  switch (condition.kind) {
    case "not":
      yield* openIn(condition.of, about);
      break;
    case "all":
    case "any":
      for (const part of condition.of) yield* openIn(part, about);
      break;
    case "rule":
      yield* about.ofRule(condition.rule);
      break;
    case "test":
      yield* openInTest(condition, about);
      break;
    default:
      yield* openInRowsTest(condition, about.context);
  }
}

function* openInTest(test: Test, { scope, context }: Asking): Generator<Missing> {
  const { operand, subject, exact } = test;
  const reading = scope.reading(subject);
  yield* openInReading(reading, scope.name(subject), exact);
  if (operand.kind === "fact")
    yield* openInReading(context.scalar(operand.fact), { fact: operand.fact }, exact);
  if (operand.kind === "field")
    yield* openInReading(scope.reading(operand.field), scope.name(operand.field), exact);
  if (reading.known && waitsForTime(test, context)) yield collectionTime(context);
}

function* openInReading(
  reading: Reading,
  name: Pick<Missing, "fact" | "field">,
  exact?: true,
): Generator<Missing> {
  yield* reading.missing;
  // Claims that differ in case alone disagree only where the case counts.
  if (exact && reading.known && reading.claims.length > 1) yield { ...name, reason: "ambiguous" };
  if (reading.known && reading.hitsOnly) yield { ...name, reason: "unrecognized-language" };
}

/** Could the test come out if the time of the collection were known better? */
function waitsForTime({ operand }: Test, { now, lists }: Context): boolean {
  if (operand.kind === "duration") return now.from !== now.to;
  const closedUntil = operand.kind === "list" ? (lists[operand.list]?.closedUntil ?? null) : null;
  return closedUntil !== null && now.from < closedUntil && closedUntil <= now.to;
}

/** Nobody, or not closely enough, said when the files were collected. */
export function collectionTime({ now }: Pick<Context, "now">): Missing {
  const isKnown = now.from > -Infinity && now.to < Infinity;
  return { fact: "collected-at", reason: isKnown ? "ambiguous" : "not-collected" };
}

function* openInRowsTest(leaf: RowsTest, context: Context): Generator<Missing> {
  if (leaf.kind === "every") {
    yield* openInRows(leaf.list, leaf.among, context);
    yield* openInRows(leaf.list, counterexample(leaf), context);
  } else yield* openInRows(leaf.list, leaf.where, context);
}

/** What has to become known to say whether, and which, rows of the list fit. */
export function missingForRows(list: string, where: Condition | null, context: Context): Missing[] {
  return distinctMissing(openInRows(list, where, context));
}

function* openInRows(list: string, where: Condition | null, context: Context): Generator<Missing> {
  const reading = context.list(list);
  if (!reading.known) {
    yield* reading.missing;
    return;
  }
  const judge = rowJudge(where, list, context);
  const { scope, lookAt } = rowScope(list, context);
  const about = asking(scope, context);
  for (const row of reading.rows) {
    if (judge(row) !== "unknown") continue;
    lookAt(row);
    if (where !== null) yield* openIn(where, about);
    if (row.doubt !== undefined) yield* row.doubt();
  }
  const unseen = reading.unseen(boxesOf(where, context.listFact(list), context));
  yield* unseen;
  if (unseen.length > 0)
    for (const filter of filtersOn(list, where, context)) yield* openInFilter(filter, context);
}

/** What has to become known to say whether this row fits. */
export function missingForRow(list: string, where: Condition, row: Row, context: Context): Missing[] {
  const { scope, lookAt } = rowScope(list, context);
  lookAt(row);
  return missingFor(where, asking(scope, context));
}

/** What the rows of a list are asked, and of pairs the rows that they are made of. */
function filtersOn(list: string, where: Condition | null, context: Context): Condition[] {
  const sides = context.listFact(list).derived?.sides ?? [];
  return [...(where === null ? [] : [where]), ...sides.map((side) => side.where)];
}

/** Open facts that a filter speaks of: known, they may leave nothing of what nobody looked at. */
function* openInFilter(where: Condition, context: Context): Generator<Missing> {
  if (where.kind === "all" || where.kind === "any")
    for (const part of where.of) yield* openInFilter(part, context);
  else if (where.kind === "not") yield* openInFilter(where.of, context);
  else if (where.kind === "test") {
    const { operand } = where;
    if (operand.kind === "fact")
      yield* openInReading(context.scalar(operand.fact), { fact: operand.fact }, where.exact);
    if (waitsForTime(where, context)) yield collectionTime(context);
  }
}

/** Each once, in a fixed order. */
export function distinctMissing(missing: Iterable<Missing>): Missing[] {
  const byText = new Map<string, Missing>();
  for (const each of new Set(missing)) byText.set(missingKey(each), each);
  return [...byText.keys()].sort().flatMap((key) => byText.get(key) ?? []);
}

function missingKey({ fact, field, slice, reason }: Missing): string {
  const parts = Object.entries(slice ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([fact, field ?? "", parts, reason]);
}

/** What would narrow a reading down, of those that are in doubt. */
export const doubts = (readings: readonly Reading[]): Missing[] =>
  distinctMissing(readings.flatMap((reading) => reading.missing));
