import type { ExampleTrial } from "../../schemas/trial.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Evaluation, RuleOutcome } from "../evaluate/evaluation.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { RuleExample } from "../rulebook/source.ts";
import { factFileOf } from "./fact-file-of.ts";
import { withRulesFor } from "./rules-for.ts";

export interface ExampleRun extends ExampleTrial {
  /** Of the rule and those that it reads; of the free example, of all. */
  readonly evaluation: Evaluation;
}

/** Runs every example of the rules, and with no facts every rule. */
export async function runExamples(
  rulebook: Rulebook,
  examples: readonly RuleExample[],
): Promise<readonly ExampleRun[]> {
  const runs = [...(await runWithoutFacts(rulebook))];
  const parts = new Map<string, Rulebook>();
  for (const example of examples) {
    const part = parts.get(example.rule) ?? withRulesFor(rulebook, [example.rule]);
    parts.set(example.rule, part);
    runs.push(await runExample(part, example));
  }
  return runs;
}

/** The example that every rule has for nothing: who knows no facts cannot tell. */
export async function runWithoutFacts(rulebook: Rulebook): Promise<readonly ExampleRun[]> {
  const evaluation = await evaluate(rulebook, { facts: { facts: {} } });
  return rulebook.rules.map(({ id: rule }) => {
    const { verdict: found, evidence } = outcomeOf(rule, evaluation);
    const passed = found === "cannot-tell";
    return { rule, expected: "cannot-tell", found, evidence, passed, place: null, warnings: [], evaluation };
  });
}

/** @param rulebook at least the rule of the example and those that it reads */
export async function runExample(rulebook: Rulebook, example: RuleExample): Promise<ExampleRun> {
  const { rule, expected, place } = example;
  const evaluation = await evaluate(rulebook, { facts: factFileOf(example), derivedGiven: true });
  const { verdict: found, evidence } = outcomeOf(rule, evaluation);
  const warnings = evaluation.memory.warnings.map(({ message }) => message);
  const passed = found === expected && warnings.length === 0;
  return { rule, expected, found, evidence, passed, place, warnings, evaluation };
}

function outcomeOf(rule: string, { outcomes }: Evaluation): RuleOutcome {
  const outcome = outcomes.get(rule);
  if (outcome === undefined) throw new Error(`The rule ${rule} has examples and is not in the rulebook.`);
  return outcome;
}
