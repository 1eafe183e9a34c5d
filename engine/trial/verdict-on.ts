import type { VerdictWord } from "../../schemas/fact-types.ts";
import type { Condition } from "../condition.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Truth } from "../truth.ts";

/** The verdict of a rule with this condition on what was known in a run. */
export function verdictOn({ judge }: Evaluation, when: Condition): VerdictWord {
  return words[`${judge(when)}`];
}

const words: Record<`${Truth}`, VerdictWord> = {
  true: "matches",
  false: "does-not-match",
  unknown: "cannot-tell",
};
