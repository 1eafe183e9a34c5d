import type { Extent } from "./reading.ts";

/** A part of a list that was looked at completely; a field that is not named stands for all its values. */
export type Slice = ReadonlyMap<string, Extent>;

export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface Piece extends Window {
  /** The slices that hold the whole piece. */
  readonly fitting: readonly Slice[];
}

interface Ranged extends Window {
  readonly slice: Slice;
}

/** The window cut wherever a slice begins or ends, from its beginning to its end; each piece with what holds it. */
export function* sliced(window: Window, field: string, slices: readonly Slice[]): Generator<Piece> {
  const always = slices.filter((slice) => !slice.has(field));
  const ranged = rangedBy(field, slices)
    .filter(({ from, to }) => from < window.to && to > window.from)
    .sort((a, b) => a.from - b.from);
  const ends = ranged.flatMap(({ from, to }) => [from, to]).filter((end) => liesIn(end, window));
  let from = window.from;
  let next = 0;
  let begun: readonly Ranged[] = [];
  for (const to of [...new Set(ends), window.to].sort((a, b) => a - b)) {
    const first = next;
    while ((ranged[next]?.from ?? Infinity) <= from) next += 1;
    begun = [...begun.filter((range) => range.to >= to), ...ranged.slice(first, next)];
    if (from < to) yield { from, to, fitting: [...always, ...begun.map(({ slice }) => slice)] };
    from = to;
  }
}

const liesIn = (instant: number, { from, to }: Window): boolean => from < instant && instant < to;

function rangedBy(field: string, slices: readonly Slice[]): Ranged[] {
  return slices.flatMap((slice) => {
    const extent = slice.get(field);
    return extent?.kind === "range" ? [{ from: extent.from, to: extent.to, slice }] : [];
  });
}
