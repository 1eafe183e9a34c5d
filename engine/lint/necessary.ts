import type { Condition } from "../condition.ts";

/** More ways to hold are not told apart. */
const mostWays = 8;

/**
 * What a condition is about, once for each way in which it can hold: the facts, lists and rules that the tests of
 * that way name. A condition that follows from another one follows, as a rule, from what that one is about.
 */
export function waysToHold(condition: Condition): readonly ReadonlySet<string>[] {
  switch (condition.kind) {
    case "any": {
      const ways = condition.of.flatMap(waysToHold);
      return ways.length > mostWays ? [] : ways;
    }
    case "all":
      return condition.of.map(waysToHold).reduce(crossed, [new Set()]);
    case "not":
      return [new Set(namesIn(condition.of))];
    default:
      return [new Set(namesIn(condition))];
  }
}

function crossed(
  left: readonly ReadonlySet<string>[],
  right: readonly ReadonlySet<string>[],
): readonly ReadonlySet<string>[] {
  if (left.length * right.length > mostWays) return [];
  return left.flatMap((a) => right.map((b) => new Set([...a, ...b])));
}

/** The facts, lists and rules that a condition names. */
export function namesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(namesIn);
    case "not":
      return namesIn(condition.of);
    case "test":
      return [condition.subject];
    case "rule":
      return [`rule.${condition.rule}`];
    default:
      return [condition.list];
  }
}
