import { Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import { type OperatorName, operators } from "../../schemas/operators.ts";
import type { Condition, Leaf } from "../condition.ts";
import { leavesOf } from "../leaves.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";

/**
 * Each rule runs on two rails of json-rules-engine: one rule that fires when the condition is proved, one that
 * fires when it is refuted. Negation is pushed down to the leaves, and every operator is ours and false on what is
 * not known, so that neither rail fires on a missing fact. Neither fired: cannot tell.
 */
export type RailVerdict = "matches" | "does-not-match";

type Rail = "proved" | "refuted";

export async function runRails(
  rules: readonly Rule[],
  leafTruth: (leaf: Leaf) => Truth,
): Promise<ReadonlyMap<string, RailVerdict>> {
  // A fresh engine for each run: runs that overlap on one engine drop rules.
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: (value) => value });
  const leaves: Leaf[] = [];
  const verdicts = new Map<string, RailVerdict>();
  const highest = rules.reduce((most, { stratum }) => Math.max(most, stratum), 0);
  addOperators(engine, leaves, leafTruth);
  for (const { id, when, stratum } of withoutSilent(rules, leafTruth)) {
    for (const rail of ["proved", "refuted"] as const) {
      const verdict: RailVerdict = rail === "proved" ? "matches" : "does-not-match";
      engine.addRule({
        conditions: topLevel(compile(when, rail, leaves)),
        event: { type: verdict },
        // Rules of one priority never read each other; a lower stratum is finished before a higher one begins.
        priority: highest - stratum + 1,
        onSuccess: (_event, almanac) => {
          verdicts.set(id, verdict);
          almanac.addFact(ruleFact(id), verdict);
        },
      });
    }
  }
  await engine.run(factHandles(leaves));
  return verdicts;
}

/** A rule none of whose leaves is known, or can become so from rules below it, fires on neither rail. */
function withoutSilent(rules: readonly Rule[], leafTruth: (leaf: Leaf) => Truth): readonly Rule[] {
  const silent = new Set<string>();
  for (const { id, when } of rules.toSorted((a, b) => a.stratum - b.stratum)) {
    const isSilent = leavesOf(when).every((leaf) =>
      leaf.kind === "rule" ? silent.has(leaf.rule) : leafTruth(leaf) === "unknown",
    );
    if (isSilent) silent.add(id);
  }
  return rules.filter(({ id }) => !silent.has(id));
}

/**
 * The engine deep-clones what its facts hold, once a rule and a rail. So each fact is only its own name there, and
 * operators look the readings up by the number of their leaf.
 */
function factHandles(leaves: readonly Leaf[]): Record<string, string> {
  return Object.fromEntries(
    leaves.flatMap((leaf) => (leaf.kind === "rule" ? [] : [[subjectOf(leaf), subjectOf(leaf)]])),
  );
}

/** No id of a fact has spaces in it. */
const ruleFact = (rule: string): string => `verdict of ${rule}`;

function subjectOf(leaf: Exclude<Leaf, { kind: "rule" }>): string {
  return leaf.kind === "test" ? leaf.subject : leaf.list;
}

function topLevel(condition: NestedCondition): TopLevelCondition {
  return "all" in condition || "any" in condition ? condition : { all: [condition] };
}

/** The condition of one rail, in negation normal form. */
function compile(condition: Condition, rail: Rail, leaves: Leaf[]): NestedCondition {
  switch (condition.kind) {
    case "not":
      return compile(condition.of, rail === "proved" ? "refuted" : "proved", leaves);
    case "all":
    case "any": {
      const parts = condition.of.map((part) => compile(part, rail, leaves));
      return (condition.kind === "all") === (rail === "proved") ? { all: parts } : { any: parts };
    }
    case "rule":
      return { fact: ruleFact(condition.rule), operator: `verdict ${rail}`, value: condition.verdict };
    default: {
      const name = condition.kind === "test" ? condition.operator : condition.kind;
      // A number: an object as a value would be taken for a reference to another fact.
      return { fact: subjectOf(condition), operator: `${name} ${rail}`, value: leaves.push(condition) - 1 };
    }
  }
}

function addOperators(engine: Engine, leaves: readonly Leaf[], leafTruth: (leaf: Leaf) => Truth): void {
  const names: (OperatorName | "some" | "none" | "every")[] = [
    ...(Object.keys(operators) as OperatorName[]),
    "some",
    "none",
    "every",
  ];
  for (const name of names) {
    engine.addOperator<string, number>(
      `${name} proved`,
      (_handle, number) => truthOf(leaves, number, leafTruth) === true,
    );
    engine.addOperator<string, number>(
      `${name} refuted`,
      (_handle, number) => truthOf(leaves, number, leafTruth) === false,
    );
  }
  engine.addOperator<string | undefined, string>("verdict proved", (verdict, wanted) => verdict === wanted);
  engine.addOperator<string | undefined, string>(
    "verdict refuted",
    (verdict, wanted) => verdict !== undefined && verdict !== wanted,
  );
}

function truthOf(leaves: readonly Leaf[], number: number, leafTruth: (leaf: Leaf) => Truth): Truth {
  const leaf = leaves[number];
  if (leaf === undefined) throw new Error(`There is no leaf ${number}.`);
  return leafTruth(leaf);
}
