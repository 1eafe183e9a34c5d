import type { Missing, Place } from "../../schemas/generated/types.ts";
import type { Condition } from "../condition.ts";
import { isNone, spanOf } from "../evaluate/compare-claims.ts";
import type { Context } from "../evaluate/context.ts";
import { isSeenWhole, rowJudge } from "../evaluate/judge.ts";
import { distinctMissing, missingForRows } from "../evaluate/missing.ts";
import { exactly, known, through, unknownFor } from "../facts/make-reading.ts";
import { joinPlaces } from "../facts/places.ts";
import type { Reading, Row } from "../facts/reading.ts";
import type { Count, Extreme, ListFact, Picked } from "../rulebook/rulebook.ts";

/** The rows of a list sorted by whether they fit. */
interface Fitting {
  readonly surely: readonly Row[];
  readonly perhaps: readonly Row[];
  /** Every row that could fit was looked at. */
  readonly isWhole: boolean;
  /** Where those that surely fit were seen; of many rows, where the list was. */
  readonly at: readonly Place[];
}

const mostPlaced = 5;

function fitting(list: string, where: Condition | null, context: Context): Fitting | null {
  const reading = context.list(list);
  if (!reading.known) return null;
  const surely: Row[] = [];
  const perhaps: Row[] = [];
  const judge = rowJudge(where, list, context);
  for (const row of reading.rows) {
    const truth = judge(row);
    if (truth === true) surely.push(row);
    else if (truth === "unknown") perhaps.push(row);
  }
  const at = surely.length > mostPlaced ? reading.at : joinPlaces(...surely.map((row) => row.at));
  return { surely, perhaps, isWhole: isSeenWhole(reading, list, where, context), at };
}

/** Whether there is a row that fits, or a field of it where there is exactly one and can be no other. */
export function derivePicked({ from, where, field }: Picked, context: Context): Reading {
  const rows = fitting(from, where, context);
  const several: Missing[] = (rows?.surely.length ?? 0) > 1 ? [{ fact: from, reason: "ambiguous" }] : [];
  const undecided = () =>
    through(unknownFor([...several, ...missingForRows(from, where, context)], "ambiguous"), [from]);
  if (rows === null) return undecided();
  const [only] = rows.surely;
  const isSettled = rows.perhaps.length === 0 && rows.isWhole;
  if (only === undefined)
    return isSettled ? through(exactly(field === null ? false : null), [from]) : undecided();
  if (field === null) return through(exactly(true, rows.at), [from]);
  const reading = only.fields.get(field);
  if (rows.surely.length > 1 || !isSettled || reading === undefined) return undecided();
  return through(reading.known ? { ...reading, at: joinPlaces(reading.at, only.at) } : reading, [from]);
}

/** How many rows fit: a range from those that surely do, without end where some were not looked at. */
export function deriveCount({ list, where }: Count, context: Context): Reading {
  const rows = fitting(list, where, context);
  const missing = missingForRows(list, where, context);
  if (rows === null) return through(unknownFor(missing), [list]);
  const { fewest, open } = fewestOf(rows.surely, context.listFact(list));
  const most = rows.isWhole ? rows.surely.length + rows.perhaps.length : Infinity;
  const doubt = distinctMissing([...missing, ...open]);
  const reading =
    fewest === most ? exactly(fewest, rows.at) : known([{ low: fewest, high: most }], rows.at, doubt);
  return through(reading, [list]);
}

/**
 * A row of which a key field is open may be one of the others, seen again: filling the field, which is learning, would
 * make one row of two.
 */
function fewestOf(
  rows: readonly Row[],
  { id, key }: ListFact,
): { readonly fewest: number; readonly open: readonly Missing[] } {
  const open = rows.filter(({ mayRepeat }) => mayRepeat);
  const fewest = open.length === rows.length ? Math.min(1, open.length) : rows.length - open.length;
  const missing = open.flatMap((row) => key.flatMap((name) => row.fields.get(name)?.missing ?? []));
  if (open.length > 0 && missing.length === 0) return { fewest, open: [{ fact: id, reason: "ambiguous" }] };
  return { fewest, open: distinctMissing(missing) };
}

/** The smallest or largest value of a field among the rows that fit; none where there are surely no such rows. */
export function deriveExtreme({ kind, field, list, where }: Extreme, context: Context): Reading {
  const rows = fitting(list, where, context);
  if (rows === null) return through(unknownFor(missingForRows(list, where, context)), [list]);
  const missing = distinctMissing([
    ...missingForRows(list, where, context),
    ...[...rows.surely, ...rows.perhaps].flatMap((row) => row.fields.get(field)?.missing ?? []),
  ]);
  const sign = kind === "smallest" ? 1 : -1;
  const sure = rows.surely.map((row) => spanIn(row, field, sign));
  const surely = sure.flatMap((found) => (found.kind === "always" ? [found.span] : []));
  const perhaps = [...sure, ...rows.perhaps.map((row) => spanIn(row, field, sign))].flatMap((found) =>
    found.kind === "never" ? [] : [found.span],
  );
  if (rows.isWhole && perhaps.length === 0) return through(exactly(null), [list]);
  const high = Math.min(...surely.map((span) => span.high));
  const low = rows.isWhole ? Math.min(...perhaps.map((span) => span.low)) : -Infinity;
  if (surely.length === 0 || (low === -Infinity && high === Infinity))
    return through(unknownFor(missing, "ambiguous"), [list]);
  const claim =
    low === high ? { value: sign * low } : sign === 1 ? { low, high } : { low: -high, high: -low };
  const doubt =
    low === high ? [] : missing.length > 0 ? missing : [{ fact: list, field, reason: "ambiguous" as const }];
  return through(known([claim], rows.at, doubt), [list]);
}

type Found =
  | { readonly kind: "always" | "perhaps"; readonly span: { readonly low: number; readonly high: number } }
  | { readonly kind: "never" };

/** The values that the field of the row may have, mirrored for the largest, and whether it surely has one. */
function spanIn(row: Row, field: string, sign: number): Found {
  const reading = row.fields.get(field);
  if (!reading?.known) return { kind: "perhaps", span: { low: -Infinity, high: Infinity } };
  const spans = reading.claims.flatMap((claim) => (isNone(claim) ? [] : (spanOf(claim) ?? [])));
  if (spans.length === 0) return { kind: "never" };
  const ends = spans.flatMap(({ low, high }) => [sign * low, sign * high]);
  const kind = spans.length === reading.claims.length ? "always" : "perhaps";
  return { kind, span: { low: Math.min(...ends), high: Math.max(...ends) } };
}
