import type { VerdictWord } from "../../schemas/fact-types.ts";
import type { Missing } from "../../schemas/generated/types.ts";
import type { ListReading, Reading } from "../facts/reading.ts";
import type { ListDefinition, ListFact, ScalarShape } from "../rulebook/rulebook.ts";

/** What the evaluation of a condition may look at. */
export interface Context {
  scalar(fact: string): Reading;
  list(fact: string): ListReading;
  /** The verdict of another rule; only rules of lower strata are asked. */
  verdict(rule: string): VerdictWord;
  isList(fact: string): boolean;
  shapeOf(fact: string): ScalarShape;
  listFact(fact: string): ListFact;
  lists: Readonly<Record<string, ListDefinition>>;
  /** The instant of the collection lies in here; milliseconds, ends may be infinite. */
  now: { readonly from: number; readonly to: number };
}

/** Where the subjects of the tests of a condition are looked up: among the facts, or in one row. */
export interface Scope {
  reading(subject: string): Reading;
  shape(subject: string): ScalarShape;
  /** What a subject is called where it is missing. */
  name(subject: string): Pick<Missing, "fact" | "field">;
}

export function factScope(context: Context): Scope {
  return {
    reading: (fact) => context.scalar(fact),
    shape: (fact) => context.shapeOf(fact),
    name: (fact) => ({ fact }),
  };
}
