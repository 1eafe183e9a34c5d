import type { Condition, Literal, Operand, Test } from "../../engine/condition.ts";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import type { RuleOutcome } from "../../engine/evaluate/evaluation.ts";
import type {
  FactDefinition,
  FieldDefinition,
  ListFact,
  Rule,
  Rulebook,
  ScalarFact,
} from "../../engine/rulebook/rulebook.ts";
import type { ScalarType } from "../../schemas/fact-types.ts";
import type { FactFile, ShortEntry } from "../../schemas/generated/types.ts";
import type { OperatorName } from "../../schemas/operators.ts";

/** Rulebooks for tests of the engine, without YAML. */
export function scalar(id: string, type: ScalarType, more: Partial<ScalarFact> = {}): ScalarFact {
  return {
    kind: "scalar",
    id,
    type,
    description: "",
    ask: [],
    sensitive: false,
    collect: [],
    values: [],
    alsoWritten: {},
    unit: null,
    orNone: true,
    message: false,
    derived: null,
    settledBy: null,
    ...more,
  };
}

export function field(type: ScalarType, more: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    type,
    description: "",
    sensitive: false,
    values: [],
    alsoWritten: {},
    unit: null,
    orNone: false,
    message: false,
    derived: null,
    ...more,
  };
}

export function list(
  id: string,
  fields: Record<string, FieldDefinition>,
  more: Partial<ListFact> = {},
): ListFact {
  return {
    kind: "list",
    id,
    fields,
    description: "",
    ask: [],
    sensitive: false,
    collect: [],
    key: [],
    coveredBy: [],
    derived: null,
    ...more,
  };
}

export function rule(id: string, when: Condition, more: Partial<Rule> = {}): Rule {
  return {
    id,
    when,
    kind: "fault",
    pack: "small",
    area: "all",
    title: `The ${id} is there`,
    severity: "high",
    confidence: "certain",
    surer: null,
    commonness: "uncommon",
    explains: [],
    restates: [],
    refines: null,
    setAsideBy: null,
    said: [],
    because: "",
    fix: [],
    references: [],
    stratum: 0,
    ...more,
  };
}

export function rulebook(
  facts: readonly FactDefinition[],
  rules: readonly Rule[],
  more: Partial<Rulebook> = {},
): Rulebook {
  return {
    packs: [{ id: "small", version: "0.0.7", title: "Small", digest: "d" }],
    languages: ["en"],
    areas: { all: "All" },
    lists: {},
    asks: {},
    flowcharts: null,
    healthyWhen: null,
    usesPatterns: true,
    facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])),
    rules,
    ...more,
  };
}

export const values = (...all: Literal[]): Operand => ({ kind: "values", values: all });

export function test(subject: string, operator: OperatorName, operand: Operand | Literal): Test {
  return {
    kind: "test",
    subject,
    operator,
    operand: typeof operand === "object" && operand !== null ? operand : values(operand),
  };
}

export const all = (...of: Condition[]): Condition => ({ kind: "all", of });
export const any = (...of: Condition[]): Condition => ({ kind: "any", of });
export const not = (of: Condition): Condition => ({ kind: "not", of });
export const some = (name: string, where: Condition | null): Condition => ({
  kind: "some",
  list: name,
  where,
});
export const none = (name: string, where: Condition | null): Condition => ({
  kind: "none",
  list: name,
  where,
});
export const every = (name: string, among: Condition, where: Condition): Condition => ({
  kind: "every",
  list: name,
  among,
  where,
});

export interface Now {
  readonly from?: string;
  readonly to?: string;
}

/** The outcome of one rule with this condition. */
export async function outcomeOf(
  facts: readonly FactDefinition[],
  when: Condition,
  given: Record<string, ShortEntry>,
  now: Now = {},
  more: Partial<Rulebook> = {},
): Promise<RuleOutcome> {
  const file: FactFile = { facts: given, collectedAt: now };
  const { outcomes } = await evaluate(rulebook(facts, [rule("only", when)], more), { facts: file });
  const outcome = outcomes.get("only");
  if (outcome === undefined) throw new Error("The rule was lost.");
  return outcome;
}
