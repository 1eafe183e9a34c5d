import type { CaseFile } from "../../../schemas/generated/types.ts";
import type { Place, ValuePath } from "../../../schemas/text/positions.ts";

/** What a case says must come out; read from `expected.yaml` and checked against the rulebook. */
export interface Expectation {
  /** The file, as it is shown to people. */
  readonly file: string;
  readonly title: string;
  /** Ids of symptom rules. */
  readonly symptoms: readonly string[];
  /** ISO 8601 with offset; null: the facts say so themselves. */
  readonly at: string | null;
  readonly host: string | null;
  readonly wanted: Wanted;
  /** Every rule that the case names. */
  readonly rules: ReadonlySet<string>;
  /** Where a part of the file stands. */
  readonly placeOf: (path: ValuePath) => Place;
}

/** The part of a case that is compared with a report. */
export type Wanted = Pick<
  CaseFile,
  | "matches"
  | "set-aside"
  | "all-clear"
  | "does-not-match"
  | "cannot-tell"
  | "must-not-match"
  | "top"
  | "next"
  | "outcome"
  | "exit"
>;

/** A next step counts as one of the first where the printed report still names it. */
export const firstSteps = 3;
