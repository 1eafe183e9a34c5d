import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { Plan } from "../wanted-fact.ts";

/** What the catalogue says about a fact, as far as merging needs it. Nothing is known of facts that no file gives but a person. */
export interface MergeRule {
  readonly isList: boolean;
  readonly type: ScalarType | undefined;
  readonly values: readonly string[];
  /** The fields that make a row unique; empty: every row stands for itself. */
  readonly key: readonly string[];
}

const unknownFact: MergeRule = { isList: false, type: undefined, values: [], key: [] };

export function mergeRules(plan: Plan): (fact: string) => MergeRule {
  const rules = new Map(
    plan.map(({ fact, type, values = [], key = [] }): [string, MergeRule] => {
      return [fact, { isList: type === "list", type: type === "list" ? undefined : type, values, key }];
    }),
  );
  return (fact) => rules.get(fact) ?? unknownFact;
}
