import type { FixStepSource } from "../../../schemas/generated/types.ts";
import { compileCondition } from "../condition/compile-condition.ts";
import type { Scope } from "../condition/scope.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type { RuleFixStep } from "../rulebook.ts";

/** @param spot of the list of steps */
export function fixFrom(steps: readonly FixStepSource[], spot: Spot, scope: Scope): readonly RuleFixStep[] {
  const within: Scope = { ...scope, may: { known: true, rules: true } };
  return steps.map((step, index) => fixStep(step, inside(spot, index), within));
}

function fixStep(step: FixStepSource, spot: Spot, scope: Scope): RuleFixStep {
  const onlyWhen = step["only-when"];
  if (onlyWhen === undefined && step.if !== undefined) {
    scope.findings.problem(
      keyOf(spot, "if"),
      "if-without-only-when",
      `"if" puts only-when into words, and there is no only-when.`,
      "Add only-when with the condition, or leave if out.",
    );
  }
  if (onlyWhen !== undefined && step.if === undefined) {
    scope.findings.warning(
      keyOf(spot, "only-when"),
      "only-when-without-words",
      "A reader is not told when this step is needed.",
      "Add if: with words that follow If, for example: the certificate lies in the user store.",
    );
  }
  return {
    do: step.do.trim(),
    run: step.run?.trim() ?? null,
    who: step.who?.trim() ?? null,
    expect: step.expect?.trim() ?? null,
    risk: step.risk?.trim() ?? null,
    onlyWhen: onlyWhen === undefined ? null : compileCondition(onlyWhen, inside(spot, "only-when"), scope),
    if: step.if?.trim() ?? null,
  };
}
