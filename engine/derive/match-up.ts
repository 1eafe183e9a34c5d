import type { ScalarType } from "../../schemas/fact-types.ts";
import { sameClaim } from "../evaluate/compare-claims.ts";
import type { Context } from "../evaluate/context.ts";
import { rowTruth } from "../evaluate/judge.ts";
import { boxesOf } from "../evaluate/regions.ts";
import { onlyValue } from "../facts/make-reading.ts";
import { joinPlaces } from "../facts/places.ts";
import type { Box, KnownList, ListReading, Reading, Row } from "../facts/reading.ts";
import type { MatchUp, Side } from "../rulebook/rulebook.ts";
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
  const { fields } = context.listFact(matchUp.from);
  const typeOf = (field: string): ScalarType => fields[field]?.type ?? "text";
  const left = candidates(base.rows, first, matchUp.from, context);
  const right = candidates(base.rows, second, matchUp.from, context);
  const rows = left.flatMap((a) => right.flatMap((b) => pair(matchUp, typeOf, a, b)));
  const unseen: KnownList["unseen"] = (boxes) =>
    matchUp.sides.flatMap((side) =>
      base.unseen(boxes.flatMap((box) => sideBoxes(matchUp, side, box, context))),
    );
  return { known: true, rows, unseen, at: base.at, through: [matchUp.from] };
}

function candidates(rows: readonly Row[], side: Side, list: string, context: Context): Candidate[] {
  return rows.flatMap((row) => {
    const fits = allOf([row.exists, rowTruth(side.where, row, list, context)]);
    return fits === false ? [] : [{ row, fits }];
  });
}

function pair(
  { on, sides }: MatchUp,
  typeOf: (field: string) => ScalarType,
  a: Candidate,
  b: Candidate,
): Row[] {
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
  return [{ exists: agree === true ? true : "unknown", fields, at: joinPlaces(a.row.at, b.row.at) }];
}

function sameField(type: ScalarType, a: Reading | undefined, b: Reading | undefined): Truth {
  if (!a?.known || !b?.known) return "unknown";
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
