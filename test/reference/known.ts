import type { Condition, Literal } from "../../engine/condition.ts";
import type { Claim } from "../../engine/facts/reading.ts";
import type { Rulebook } from "../../engine/rulebook/rulebook.ts";

/**
 * What the reference interpreter knows of a value; null where nothing is known. It carries no sources and no reasons:
 * it only decides.
 */
export type Reading = Known | null;

export interface Known {
  /** One of them is the value. */
  readonly claims: readonly Claim[];
  /** A message that may be in another language: what stands in it stands in it, and a miss says nothing. */
  readonly hitsOnly: boolean;
}

export const known = (...claims: readonly Claim[]): Known => ({ claims, hitsOnly: false });

export interface Row {
  /** False only of a pair of rows that may turn out to be none. */
  readonly certain: boolean;
  readonly fields: ReadonlyMap<string, Reading>;
}

/** Field to what the slice says of it; a field that is not named may have any value. */
export type Slice = ReadonlyMap<string, SlicePart>;
export type SlicePart = { readonly value: Literal } | { readonly from: number; readonly to: number };

export interface List {
  readonly rows: readonly Row[];
  readonly slices: readonly Slice[];
}

/** Field to the values that something says about it. */
export type Mentions = ReadonlyMap<string, readonly Literal[]>;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** All that was seen, in normal forms. What is derived is not in here. */
export interface World {
  readonly rulebook: Rulebook;
  readonly scalars: ReadonlyMap<string, Reading>;
  /** A list that is not in here is unknown. */
  readonly lists: ReadonlyMap<string, List>;
  /** The instant of the collection. */
  readonly now: Interval;
}

/** Answers for one point of view: the facts, or the fields of one row in front of them. */
export interface Scope {
  readonly world: World;
  fact(id: string): Reading;
  /** null: unknown. */
  rowsOf(list: string): readonly Row[] | null;
  /**
   * Rows that nobody saw, that may exist all the same, and of which the condition is not false; a few that stand for all
   * of them. `also` are further values to try.
   */
  furtherRows(list: string, where: Condition | null, also?: Mentions): Iterable<Row>;
  verdict(rule: string): true | false | "unknown";
}
