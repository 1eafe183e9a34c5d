import type { Condition, Literal, Test } from "../../engine/condition.ts";
import type { Mentions, Scope } from "./known.ts";
import { ends } from "./samples.ts";

/** The values that a condition on rows compares each field with. */
export function mentionsIn(where: Condition | null, scope: Scope): Mentions {
  const mentions = new Map<string, Literal[]>();
  const add = (field: string, values: readonly Literal[]) =>
    mentions.set(field, [...(mentions.get(field) ?? []), ...values]);
  const tests = testsIn(where);
  for (const test of tests) {
    add(test.subject, comparedWith(test, scope));
    if (test.operand.kind === "field") add(test.operand.field, []);
  }
  // Fields that are compared with each other share their values, through however many tests.
  for (const _ of tests) {
    for (const { subject, operand } of tests) {
      if (operand.kind !== "field") continue;
      const both = [...new Set([...(mentions.get(subject) ?? []), ...(mentions.get(operand.field) ?? [])])];
      mentions.set(subject, both);
      mentions.set(operand.field, both);
    }
  }
  return mentions;
}

export function testsIn(condition: Condition | null): Test[] {
  if (condition === null) return [];
  if (condition.kind === "all" || condition.kind === "any") return condition.of.flatMap(testsIn);
  if (condition.kind === "not") return testsIn(condition.of);
  return condition.kind === "test" ? [condition] : [];
}

function comparedWith({ operator, operand }: Test, scope: Scope): Literal[] {
  // A pattern is no text that it fits.
  if (operator === "matches") return [];
  const { low, high } = scope.world.now;
  switch (operand.kind) {
    case "values":
      return [...operand.values];
    case "fact":
      return (scope.fact(operand.fact)?.claims ?? []).flatMap((claim) =>
        "value" in claim ? [claim.value] : ends(claim),
      );
    case "list":
      return (scope.world.rulebook.lists[operand.list]?.entries ?? []).map(({ value }) => value);
    case "duration":
      return [low, high, low - operand.milliseconds, high - operand.milliseconds];
    default:
      return [];
  }
}

export function joined(...all: readonly Mentions[]): Mentions {
  const result = new Map<string, Literal[]>();
  for (const mentions of all)
    for (const [field, values] of mentions) result.set(field, [...(result.get(field) ?? []), ...values]);
  return result;
}
