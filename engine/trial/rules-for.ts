import type { Condition } from "../condition.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** The rulebook with these rules and those that they read, and nothing else to judge. */
export function withRulesFor(rulebook: Rulebook, wanted: readonly string[]): Rulebook {
  const byId = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
  const needed = new Set<string>();
  const visit = (id: string): void => {
    const rule = byId.get(id);
    if (rule === undefined || needed.has(id)) return;
    needed.add(id);
    for (const other of rulesIn(rule.when)) visit(other);
  };
  for (const id of wanted) visit(id);
  return { ...rulebook, rules: rulebook.rules.filter(({ id }) => needed.has(id)) };
}

/** The rules whose verdicts a condition reads. */
export function rulesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(rulesIn);
    case "not":
      return rulesIn(condition.of);
    case "rule":
      return [condition.rule];
    default:
      return [];
  }
}
