import type { Reason } from "../../schemas/fact-types.ts";
import type { Missing, Place } from "../../schemas/generated/types.ts";
import type { Literal } from "../condition.ts";

/**
 * What is known about a single value. Known means: it is one of the claims. Usually there is one; sources that
 * disagree, and dates that read two ways, leave several; a time without offset and a count of rows that were not
 * all seen leave a range. A test is decided where all claims agree on it.
 */
export type Reading = Known | Unknown;

export interface Known {
  readonly known: true;
  /** Never empty. */
  readonly claims: readonly Claim[];
  readonly at: readonly Place[];
  /** The facts that it was derived from; empty for a fact that was seen. */
  readonly through: readonly string[];
  /** What would narrow the claims down, where there are several or a range. */
  readonly missing: readonly Missing[];
  /**
   * A rendered message in a language that the rules do not speak, or that nobody named: a text that is in it is in
   * it, but a text that is not in it may stand there in other words.
   */
  readonly hitsOnly?: true;
}

export interface Unknown {
  readonly known: false;
  readonly reason: Reason;
  readonly detail: string | null;
  readonly at: readonly Place[];
  readonly through: readonly string[];
  /** What has to become known for this to become known. */
  readonly missing: readonly Missing[];
}

/** One possible value, or a closed range of numbers (of milliseconds for timestamps); ends may be infinite. */
export type Claim = { readonly value: Literal } | { readonly low: number; readonly high: number };

/** One row of a list. */
export interface Row {
  /** unknown: a row of a derived list that may or may not exist. */
  readonly exists: true | "unknown";
  /** What has to become known to say whether it exists. */
  readonly doubt?: () => readonly Missing[];
  /** Its key is open: it may be another row of the list, seen again. */
  readonly mayRepeat?: true;
  readonly fields: ReadonlyMap<string, Reading>;
  readonly at: readonly Place[];
}

/** A region of the rows that could exist: per field the values it may have. A field that is not named may have any. */
export type Box = ReadonlyMap<string, Extent>;

export type Extent =
  | { readonly kind: "values"; readonly values: readonly Literal[] }
  /** Milliseconds, [from, to). */
  | { readonly kind: "range"; readonly from: number; readonly to: number };

export type ListReading = KnownList | Unknown;

export interface KnownList {
  readonly known: true;
  readonly rows: readonly Row[];
  /** The slices of the boxes that nobody looked at: empty means that every row in the boxes is in `rows`. */
  unseen(boxes: readonly Box[]): readonly Missing[];
  readonly at: readonly Place[];
  readonly through: readonly string[];
}
