import type { VerdictWord } from "../../schemas/fact-types.ts";
import type { Report, Verdict } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import { outcomeOf } from "./finding.ts";
import { sortedMissing } from "./missing.ts";

/** One verdict per rule, in the order of the rules, and their sums. */
export function verdictsOf(
  rules: readonly Rule[],
  evaluation: Evaluation,
): Pick<Report, "summary" | "verdicts"> {
  const verdicts = rules.map((rule): Verdict => {
    const { verdict, evidence, missing } = outcomeOf(rule, evaluation);
    return { rule: rule.id, kind: rule.kind, verdict, evidence, missing: sortedMissing(missing) };
  });
  const count = (word: VerdictWord) => verdicts.filter(({ verdict }) => verdict === word).length;
  return {
    summary: {
      rules: verdicts.length,
      matches: count("matches"),
      doesNotMatch: count("does-not-match"),
      cannotTell: count("cannot-tell"),
    },
    verdicts,
  };
}
