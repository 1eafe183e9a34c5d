import type { ConditionSource, TestSource } from "../../../schemas/generated/types.ts";
import { limits } from "../../../schemas/limits.ts";
import type { Condition } from "../../condition.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import { checkKeys, type GroupKey, groupKeyOf } from "./group-keys.ts";
import { rowsTest } from "./rows-test.ts";
import { ruledOut, ruleTest } from "./rule-test.ts";
import type { Scope } from "./scope.ts";
import { testsOf } from "./test.ts";

/** A condition as the engine works on it; null where something in it has a problem, which is told then. */
export function compileCondition(
  source: ConditionSource,
  spot: Spot,
  scope: Scope,
  depth = 1,
): Condition | null {
  if (depth > limits.conditionDepth) {
    const hint = "Make a derived fact of a part of it, or a rule of its own.";
    scope.findings.problem(
      spot,
      "too-deep",
      `Conditions stand more than ${limits.conditionDepth} deep inside each other.`,
      hint,
    );
    return null;
  }
  if (!checkKeys(source, spot, scope.findings)) return null;
  const group = groupKeyOf(source);
  return group === null ? factTests(source, spot, scope) : grouped(group, source, spot, scope, depth);
}

function grouped(
  group: GroupKey,
  source: ConditionSource,
  spot: Spot,
  scope: Scope,
  depth: number,
): Condition | null {
  const compile = (each: ConditionSource, at: Spot, within: Scope) =>
    compileCondition(each, at, within, depth + 1);
  switch (group) {
    case "all":
    case "any": {
      const parts = (source[group] ?? []).map((each, index) =>
        compile(each, inside(spot, group, index), scope),
      );
      return joined(group, parts);
    }
    case "not": {
      const of = source.not === undefined ? null : compile(source.not, inside(spot, "not"), scope);
      return of === null ? null : { kind: "not", of };
    }
    case "ruled-out":
      return ruledOut(source["ruled-out"] ?? [], inside(spot, "ruled-out"), scope);
    default:
      return rowsTest(group, source, spot, scope, compile);
  }
}

/** Several facts in a map, and several operators on a fact, mean all of them. */
function factTests(source: ConditionSource, spot: Spot, scope: Scope): Condition | null {
  const parts = Object.entries(source).flatMap(([name, test]): (Condition | null)[] => {
    if (name.startsWith("rule.")) return [ruleTest(name, test, keyOf(spot, name), inside(spot, name), scope)];
    // The schema admits tests only behind keys that are no groups.
    return testsOf(name, test as TestSource, inside(spot, name), scope);
  });
  return joined("all", parts);
}

/** One part stands for itself. Where one part has a problem the whole has. */
function joined(kind: "all" | "any", parts: readonly (Condition | null)[]): Condition | null {
  const sound = parts.filter((part) => part !== null);
  const [only] = sound;
  if (sound.length < parts.length || only === undefined) return null;
  return sound.length === 1 ? only : { kind, of: sound };
}

/** For derivations that may do without a condition. */
export function compileOptional(
  source: ConditionSource | undefined,
  spot: Spot,
  scope: Scope,
): { readonly where: Condition | null } | null {
  if (source === undefined) return { where: null };
  const where = compileCondition(source, spot, scope);
  return where === null ? null : { where };
}
