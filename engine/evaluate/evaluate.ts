import type { VerdictWord } from "../../schemas/fact-types.ts";
import type { Missing } from "../../schemas/generated/types.ts";
import { loadPatternEngine } from "../../schemas/values/pattern.ts";
import type { Condition, Leaf } from "../condition.ts";
import { deriverIn } from "../derive/deriver.ts";
import { WorkingMemory } from "../facts/working-memory.ts";
import type { FactDefinition, ListFact, Rule, Rulebook } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";
import { type Context, factScope } from "./context.ts";
import type { Evaluation, EvaluationInput, RuleOutcome } from "./evaluation.ts";
import { evidenceOf } from "./evidence.ts";
import { conditionTruth, leafTruth } from "./judge.ts";
import { missingFor } from "./missing.ts";
import { type RailVerdict, runRails } from "./rails.ts";

/** Runs all rules of the rulebook over one fact file. */
export async function evaluate(rulebook: Rulebook, input: EvaluationInput): Promise<Evaluation> {
  if (rulebook.usesPatterns) await loadPatternEngine();
  const verdicts = new Map<string, RailVerdict>();
  const { context, memory } = surroundings(rulebook, input, verdicts);
  const truthOfLeaf = remembered((leaf) => leafTruth(leaf, factScope(context), context));
  for (const [rule, verdict] of await runRails(rulebook.rules, truthOfLeaf)) verdicts.set(rule, verdict);
  const outcomes = new Map<string, RuleOutcome>();
  for (const rule of [...rulebook.rules].sort((a, b) => a.stratum - b.stratum)) {
    outcomes.set(
      rule.id,
      outcomeOf(rule, verdicts.get(rule.id) ?? "cannot-tell", truthOfRuleLeaf, context, outcomes),
    );
  }
  memory.readAll();
  const judge = (condition: Condition): Truth => conditionTruth(condition, truthOfRuleLeaf);
  return { memory, outcomes, judge };

  /** Leaves that read other rules are decided by the verdicts of the rails; all others as on the rails. */
  function truthOfRuleLeaf(leaf: Leaf): Truth {
    return leaf.kind === "rule" ? leafTruth(leaf, factScope(context), context) : truthOfLeaf(leaf);
  }
}

function surroundings(
  rulebook: Rulebook,
  input: EvaluationInput,
  verdicts: ReadonlyMap<string, VerdictWord>,
): { context: Context; memory: WorkingMemory } {
  const context: Context = {
    scalar: (fact) => memory.scalar(fact),
    list: (fact) => memory.list(fact),
    verdict: (rule) => verdicts.get(rule) ?? "cannot-tell",
    isList: (fact) => definitionOf(rulebook, fact).kind === "list",
    shapeOf(fact) {
      const definition = definitionOf(rulebook, fact);
      if (definition.kind === "list")
        throw new Error(`The fact ${fact} is a list and has no shape of its own.`);
      return definition;
    },
    listFact: (fact) => listFactOf(rulebook, fact),
    lists: rulebook.lists,
    get now() {
      return memory.now;
    },
  };
  const memory = new WorkingMemory(
    rulebook,
    input.facts,
    input.derivedGiven === true,
    deriverIn(context, rulebook.languages),
  );
  return { context, memory };
}

function definitionOf(rulebook: Rulebook, fact: string): FactDefinition {
  const definition = Object.hasOwn(rulebook.facts, fact) ? rulebook.facts[fact] : undefined;
  if (definition === undefined) throw new Error(`No pack knows a fact ${fact}.`);
  return definition;
}

function listFactOf(rulebook: Rulebook, fact: string): ListFact {
  const definition = definitionOf(rulebook, fact);
  if (definition.kind !== "list") throw new Error(`The fact ${fact} is not a list.`);
  return definition;
}

/** A long list is scanned once for both rails and the evidence. */
function remembered(decide: (leaf: Leaf) => Truth): (leaf: Leaf) => Truth {
  const truths = new Map<Leaf, Truth>();
  return (leaf) => {
    const known = truths.get(leaf);
    if (known !== undefined) return known;
    const truth = decide(leaf);
    truths.set(leaf, truth);
    return truth;
  };
}

function outcomeOf(
  rule: Rule,
  verdict: VerdictWord,
  truthOfLeaf: (leaf: Leaf) => Truth,
  context: Context,
  earlier: ReadonlyMap<string, RuleOutcome>,
): RuleOutcome {
  const evidence = evidenceOf(rule.when, truthOfLeaf, context);
  const expected = verdictOf(evidence.truth);
  if (expected !== verdict)
    throw new Error(`The rails say ${verdict} for the rule ${rule.id}, its evidence says ${expected}.`);
  const missing: readonly Missing[] =
    verdict === "cannot-tell"
      ? missingFor(rule.when, {
          scope: factScope(context),
          context,
          truthOf: truthOfLeaf,
          ofRule: (other) => earlier.get(other)?.missing ?? [],
        })
      : [];
  return { rule: rule.id, verdict, evidence, missing };
}

function verdictOf(truth: Truth): VerdictWord {
  if (truth === "unknown") return "cannot-tell";
  return truth ? "matches" : "does-not-match";
}
