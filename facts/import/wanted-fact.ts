import type { ScalarType } from "../../schemas/fact-types.ts";
import type { CollectSource } from "../../schemas/generated/types.ts";

/**
 * One thing that the packs want read from files, in one way. A fact that can be read in several ways stands in
 * the plan several times.
 */
export interface WantedFact<Collect extends CollectSource = CollectSource> {
  readonly fact: string;
  readonly type: ScalarType | "list";
  /** The values of a one-of. */
  readonly values?: readonly string[];
  /** The fact may be none: then an element that is absent from a sound file says so. */
  readonly orNone?: boolean;
  /** The fields of a list with their types; others are left out. Without it every field is kept. */
  readonly fields?: Readonly<Record<string, ScalarType>>;
  /** The fields that make a row of a list unique. */
  readonly key?: readonly string[];
  /** The fields that say which part of a list was looked at; nothing is covered by others. */
  readonly coveredBy?: readonly string[];
  readonly collect: Collect;
}

export type Plan = readonly WantedFact[];

type Kind = CollectSource["kind"];
type OfKind<Name extends Kind> = WantedFact<Extract<CollectSource, { kind: Name }>>;

/** The part of a plan that one kind of reading serves. */
export function wantedOf<Name extends Kind>(plan: Plan, kind: Name): readonly OfKind<Name>[] {
  return plan.filter((wanted): wanted is OfKind<Name> => wanted.collect.kind === kind);
}
