import type { VerdictWord } from "../schemas/fact-types.ts";
import type { FactFile, ShortEntry } from "../schemas/generated/types.ts";
import type { Condition } from "./condition.ts";
import { evaluate } from "./evaluate/evaluate.ts";
import type { RuleOutcome } from "./evaluate/evaluation.ts";
import type { Rule, Rulebook } from "./rulebook/rulebook.ts";
import type { RuleExample } from "./rulebook/source.ts";

export interface ExampleResult {
  readonly rule: string;
  readonly expected: VerdictWord;
  readonly outcome: RuleOutcome;
  readonly passed: boolean;
  /** Where the example stands; null for the free one: with no facts a rule cannot tell. */
  readonly place: RuleExample["place"] | null;
  /** What was set aside in the example, as sentences. */
  readonly warnings: readonly string[];
}

/** Runs every example of the rules, and with no facts every rule. */
export async function runExamples(
  rulebook: Rulebook,
  examples: readonly RuleExample[],
): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = [];
  const withoutFacts = await evaluate(rulebook, { facts: { facts: {} } });
  for (const outcome of withoutFacts.outcomes.values()) {
    results.push({
      rule: outcome.rule,
      expected: "cannot-tell",
      outcome,
      passed: outcome.verdict === "cannot-tell",
      place: null,
      warnings: [],
    });
  }
  const parts = new Map<string, Rulebook>();
  for (const example of examples) {
    const part = parts.get(example.rule) ?? withRulesFor(rulebook, example.rule);
    parts.set(example.rule, part);
    results.push(await runExample(part, example));
  }
  return results;
}

async function runExample(
  rulebook: Rulebook,
  { rule, expected, facts, now, place }: RuleExample,
): Promise<ExampleResult> {
  const file: FactFile = {
    facts: facts as Record<string, ShortEntry>,
    ...(now === null ? {} : { collectedAt: { from: now, to: now } }),
  };
  const evaluation = await evaluate(rulebook, { facts: file, derivedGiven: true });
  const outcome = evaluation.outcomes.get(rule);
  if (outcome === undefined) throw new Error(`The rule ${rule} has examples and is not in the rulebook.`);
  const warnings = evaluation.memory.warnings.map(({ message }) => message);
  return {
    rule,
    expected,
    outcome,
    passed: outcome.verdict === expected && warnings.length === 0,
    place,
    warnings,
  };
}

/** The rulebook with one rule and those that it reads. */
function withRulesFor(rulebook: Rulebook, wanted: string): Rulebook {
  const byId = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
  const needed = new Set<string>();
  const visit = (id: string): void => {
    const rule = byId.get(id);
    if (rule === undefined || needed.has(id)) return;
    needed.add(id);
    for (const other of rulesIn(rule.when)) visit(other);
  };
  visit(wanted);
  return { ...rulebook, rules: rulebook.rules.filter((rule: Rule) => needed.has(rule.id)) };
}

function rulesIn(condition: Condition): string[] {
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
