import type { FixStep } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { whereInWords } from "../facts/wording.ts";
import type { Rulebook, RuleFixStep } from "../rulebook/rulebook.ts";

/** The steps that are needed, and those of which nobody knows whether they are, headed by their "if". */
export function fixSteps(
  steps: readonly RuleFixStep[],
  rulebook: Rulebook,
  evaluation: Evaluation,
): FixStep[] {
  return steps.flatMap((step) => {
    const needed = step.onlyWhen === null || evaluation.judge(step.onlyWhen);
    if (needed === false) return [];
    return [needed === true ? written(step) : { ...written(step), if: condition(step, rulebook) }];
  });
}

function written(step: RuleFixStep): FixStep {
  return {
    do: step.do,
    ...(step.run !== null && { run: step.run }),
    ...(step.who !== null && { who: step.who }),
    ...(step.expect !== null && { expect: step.expect }),
    ...(step.risk !== null && { risk: step.risk }),
  };
}

function condition(step: RuleFixStep, { facts, lists }: Rulebook): string {
  if (step.if !== null || step.onlyWhen === null) return step.if ?? "";
  const shapes = Object.entries(facts).flatMap(([id, fact]) =>
    fact.kind === "scalar" ? [[id, fact] as const] : [],
  );
  return whereInWords(step.onlyWhen, Object.fromEntries(shapes), lists);
}
