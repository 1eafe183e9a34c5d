import type { FactDefinition, ListFact } from "../../rulebook/rulebook.ts";
import { flowYaml } from "../../trial/mutation/flow-yaml.ts";
import type { Given } from "./ruled-out.ts";
import { sampleOf, telltaleField } from "./samples.ts";

/** A condition to begin with, and facts by which it holds and does not hold. */
export interface FirstCondition {
  readonly tests: readonly FactTest[];
  /** `fact: value`, all of them. */
  readonly fits: readonly string[];
  readonly fails: string;
}

export interface FactTest {
  readonly fact: string;
  /** Behind the fact; or the row that some of the list must be. */
  readonly test: string;
  readonly isList: boolean;
}

/**
 * @param known what the example says before; a fact of it is tested for what it is there
 * @returns the fact that nothing can be made of, where there is one
 */
export function firstCondition(
  facts: readonly FactDefinition[],
  known: Given = { facts: {}, now: null },
): FirstCondition | { readonly useless: string } {
  const parts = facts.map((fact) =>
    Object.hasOwn(known.facts, fact.id) ? asKnown(fact, known.facts[fact.id]) : partOf(fact),
  );
  const useless = facts.find((_, index) => parts[index] === null);
  if (useless !== undefined) return { useless: useless.id };
  const sound = parts.filter((part) => part !== null);
  return {
    tests: sound.map(({ test }) => test),
    fits: sound.flatMap(({ fits }) => (fits === null ? [] : [fits])),
    fails: sound[0]?.fails ?? "",
  };
}

interface Part {
  readonly test: FactTest;
  /** null: the example says it already. */
  readonly fits: string | null;
  readonly fails: string;
}

function partOf(fact: FactDefinition): Part | null {
  if (fact.kind === "list") return listPart(fact);
  const sample = sampleOf(fact);
  if (sample === null) return null;
  return {
    test: { fact: fact.id, test: sample.test, isList: false },
    fits: `${fact.id}: ${sample.fits}`,
    fails: `${fact.id}: ${sample.fails}`,
  };
}

/** null: what is known of it is more than a value. */
function asKnown(fact: FactDefinition, value: unknown): Part | null {
  if (fact.kind === "list" || typeof value === "object") return null;
  return { test: { fact: fact.id, test: flowYaml(value), isList: false }, fits: null, fails: "" };
}

function listPart(fact: ListFact): Part | null {
  const name = telltaleField(fact);
  const field = name === null ? undefined : fact.fields[name];
  const sample = field === undefined ? null : sampleOf(field);
  if (field === undefined || sample === null) return null;
  // What Windows wrote decides only where its language is known.
  const culture = field.message && Object.hasOwn(fact.fields, "culture") ? ", culture: en-US" : "";
  const value = sample.fits.includes(",") ? `"${sample.fits}"` : sample.fits;
  return {
    test: { fact: fact.id, test: `{ ${name}: ${sample.test} }`, isList: true },
    fits: `${fact.id}: [{ ${name}: ${value}${culture} }]`,
    fails: `${fact.id}: none`,
  };
}

/** The condition as YAML, with two spaces before each line. */
export function conditionYaml(tests: readonly FactTest[], others: readonly string[] = []): string {
  const [only] = tests;
  const isPlain = others.length === 0 && tests.every(({ isList }) => !isList);
  if (isPlain) return tests.map(({ fact, test }) => `  ${fact}: ${test}`).join("\n");
  if (others.length === 0 && tests.length === 1 && only !== undefined)
    return `  some: ${only.fact}\n  where: ${only.test}`;
  const entries = tests.map(({ fact, test, isList }) =>
    isList ? `    - some: ${fact}\n      where: ${test}` : `    - ${fact}: ${test}`,
  );
  return ["  all:", ...others.map((other) => `    - ${other}`), ...entries].join("\n");
}
