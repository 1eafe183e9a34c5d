import type { ScalarType } from "../../schemas/fact-types.ts";
import type { Missing } from "../../schemas/generated/types.ts";
import { limits } from "../../schemas/limits.ts";
import { sameClaim } from "../evaluate/compare-claims.ts";
import type { Context } from "../evaluate/context.ts";
import { rowJudge } from "../evaluate/judge.ts";
import { missingForRow } from "../evaluate/missing.ts";
import { boxesOf } from "../evaluate/regions.ts";
import { onlyValue, unknownFor } from "../facts/make-reading.ts";
import { keyOf } from "../facts/one-row-a-key.ts";
import { joinPlaces } from "../facts/places.ts";
import type { Box, KnownList, ListReading, Reading, Row } from "../facts/reading.ts";
import type { ListFact, MatchUp, Side } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";
import { agreement, allOf } from "../truth.ts";

interface Candidate {
  readonly row: Row;
  readonly fits: Truth;
}

/**
 * The pairs of rows, one from each side, that agree on some fields. A pair that exists only if something unknown
 * turns out so stands in the list as one that may exist. It was looked at wholly where both sides were.
 */
export function deriveMatchUp(matchUp: MatchUp, context: Context): ListReading {
  const base = context.list(matchUp.from);
  if (!base.known) return { ...base, through: [matchUp.from] };
  const [first, second] = matchUp.sides;
  const left = candidates(base.rows, first, matchUp.from, context);
  const right = candidates(base.rows, second, matchUp.from, context);
  const rows = pairsOf(matchUp, left, right, context);
  if (rows === null) return { ...unknownFor([tooMany(matchUp.from)]), through: [matchUp.from] };
  const unseen: KnownList["unseen"] = (boxes) =>
    matchUp.sides.flatMap((side) =>
      base.unseen(boxes.flatMap((box) => sideBoxes(matchUp, side, box, context))),
    );
  return { known: true, rows, unseen, at: base.at, through: [matchUp.from] };
}

function candidates(rows: readonly Row[], side: Side, list: string, context: Context): Candidate[] {
  const judge = rowJudge(side.where, list, context);
  return rows.flatMap((row) => {
    const fits = judge(row);
    return fits === false ? [] : [{ row, fits }];
  });
}

/** Pairs that are tried for each row that a list may have. */
const triesPerRow = 20;

const tooMany = (list: string): Missing => ({
  fact: list,
  reason: "ambiguous",
  detail: "Its rows make more pairs than can be looked at.",
});

/** null: they are too many. */
function pairsOf(
  matchUp: MatchUp,
  left: readonly Candidate[],
  right: readonly Candidate[],
  context: Context,
): Row[] | null {
  const { fields } = context.listFact(matchUp.from);
  const partners = partnersIn(right, { key: matchUp.on, fields });
  const typeOf = (field: string): ScalarType => fields[field]?.type ?? "text";
  const pairs: Row[] = [];
  let tries = 0;
  for (const a of left) {
    const possible = partners(a);
    tries += possible.length;
    if (tries > triesPerRow * limits.listRows) return null;
    // A row is no pair with itself, even where it is not known on which side it stands.
    for (const b of possible) if (a.row !== b.row) pairs.push(...pair(matchUp, typeOf, a, b, context));
    if (pairs.length > limits.listRows) return null;
  }
  return pairs;
}

/** Those that could agree with a row: the ones that do, and the ones of which not all is known. */
function partnersIn(
  candidates: readonly Candidate[],
  on: Pick<ListFact, "key" | "fields">,
): (candidate: Candidate) => readonly Candidate[] {
  const byKey = new Map<string | null, Candidate[]>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.row, on);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [candidate]);
    else same.push(candidate);
  }
  return ({ row }) => {
    const key = keyOf(row, on);
    return key === null ? candidates : [...(byKey.get(key) ?? []), ...(byKey.get(null) ?? [])];
  };
}

function pair(
  matchUp: MatchUp,
  typeOf: (field: string) => ScalarType,
  a: Candidate,
  b: Candidate,
  context: Context,
): Row[] {
  const { on, sides } = matchUp;
  const agree = allOf([
    a.fits,
    b.fits,
    ...on.map((field) => sameField(typeOf(field), a.row.fields.get(field), b.row.fields.get(field))),
  ]);
  if (agree === false) return [];
  const fields = new Map<string, Reading>();
  for (const field of on) {
    const [left, right] = [a.row.fields.get(field), b.row.fields.get(field)];
    const better = left !== undefined && onlyValue(left) !== undefined ? left : right;
    if (better !== undefined) fields.set(field, better);
  }
  for (const [name, reading] of a.row.fields) fields.set(`${sides[0].name}.${name}`, reading);
  for (const [name, reading] of b.row.fields) fields.set(`${sides[1].name}.${name}`, reading);
  const mayRepeat = a.row.mayRepeat || b.row.mayRepeat;
  return [
    {
      ...(agree === true
        ? { exists: true }
        : { exists: "unknown", doubt: () => doubtOf(matchUp, a.row, b.row, context) }),
      ...(mayRepeat && { mayRepeat }),
      fields,
      at: joinPlaces(a.row.at, b.row.at),
    },
  ];
}

/** What has to become known to say whether two rows are a pair. */
function doubtOf({ from, on, sides: [first, second] }: MatchUp, a: Row, b: Row, context: Context): Missing[] {
  return [
    ...missingForRow(from, first.where, a, context),
    ...missingForRow(from, second.where, b, context),
    ...on.flatMap((field) => [a, b].flatMap((row) => row.fields.get(field)?.missing ?? [])),
  ];
}

function sameField(type: ScalarType, a: Reading | undefined, b: Reading | undefined): Truth {
  if (!a?.known || !b?.known || a.claims.length * b.claims.length > limits.claims) return "unknown";
  return agreement(a.claims.flatMap((left) => b.claims.map((right) => sameClaim(left, right, false, type))));
}

/** Where a row of one side must lie for its pair to lie in the box. */
function sideBoxes({ from, on }: MatchUp, side: Side, box: Box, context: Context): Box[] {
  const own = new Map(
    [...box].flatMap(([field, extent]) => {
      if (on.includes(field)) return [[field, extent] as const];
      return field.startsWith(`${side.name}.`) ? [[field.slice(side.name.length + 1), extent] as const] : [];
    }),
  );
  return boxesOf(side.where, context.listFact(from), context).map((wanted) => new Map([...own, ...wanted]));
}
