import type { VerdictWord } from "../../schemas/fact-types.ts";
import type { CollectedAt, Evidence, FactFile, Missing, Warning } from "../../schemas/generated/types.ts";
import type { Condition } from "../condition.ts";
import type { ListReading, Reading } from "../facts/reading.ts";
import type { Truth } from "../truth.ts";

/** What is known in one run: the facts of the file in their normal forms, and what is derived from them. */
export interface WorkingMemory {
  /** A fact that no pack knows, or that is a list, is our bug and thrown. */
  scalar(fact: string): Reading;
  list(fact: string): ListReading;
  /** The instant of the collection lies in here; milliseconds, ends may be infinite. */
  readonly now: { readonly from: number; readonly to: number };
  readonly collectedAt: CollectedAt;
  readonly warnings: readonly Warning[];
  /** The facts whose sources disagree after normal forms, by id. */
  readonly conflicting: readonly string[];
}

export interface RuleOutcome {
  readonly rule: string;
  readonly verdict: VerdictWord;
  readonly evidence: Evidence;
  readonly missing: readonly Missing[];
}

/** The outcome of one run over one fact file. */
export interface Evaluation {
  readonly memory: WorkingMemory;
  /** By rule id, every rule of the rulebook. */
  readonly outcomes: ReadonlyMap<string, RuleOutcome>;
  /** How a condition of a fix step, a surer or a flowchart comes out; it may read rules and `known`. */
  judge(condition: Condition): Truth;
}

export interface EvaluationInput {
  /** As read at the border, entries in short or full form. */
  readonly facts: FactFile;
  /** Derived facts may be given: for the examples of rules only. */
  readonly derivedGiven?: true;
}
