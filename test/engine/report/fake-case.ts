import type { Condition } from "../../../engine/condition.ts";
import type { Evaluation, RuleOutcome } from "../../../engine/evaluate/evaluation.ts";
import type { ListReading, Reading } from "../../../engine/facts/reading.ts";
import type {
  Ask,
  FactDefinition,
  ListFact,
  Rule,
  Rulebook,
  ScalarFact,
} from "../../../engine/rulebook/rulebook.ts";
import type { Truth } from "../../../engine/truth.ts";
import type { VerdictWord } from "../../../schemas/fact-types.ts";
import type { Diagnosis, Evidence, Missing, Report, Warning } from "../../../schemas/generated/types.ts";

/** A condition that comes out as `truths[name]` says. */
export const condition = (name: string): Condition => ({
  kind: "test",
  subject: name,
  operator: "is",
  operand: { kind: "values", values: [true] },
});

export function fakeRule(id: string, rest: Partial<Rule> = {}): Rule {
  return {
    id,
    kind: "fault",
    pack: "teapot",
    area: "spout",
    title: `The ${id} is cracked`,
    severity: "medium",
    confidence: "likely",
    surer: null,
    commonness: "uncommon",
    explains: [],
    restates: [],
    refines: null,
    setAsideBy: null,
    said: [],
    when: condition(`${id}.seen`),
    because: "",
    fix: [],
    references: [],
    stratum: 0,
    ...rest,
  };
}

export function fakeRulebook(rules: readonly Rule[], rest: Partial<Rulebook> = {}): Rulebook {
  return {
    packs: [{ id: "teapot", version: "3.1.4", title: "Teapots", digest: "d1g357" }],
    languages: ["en"],
    areas: { spout: "The spout" },
    facts: {},
    lists: {},
    asks: {},
    rules,
    flowcharts: null,
    healthyWhen: null,
    usesPatterns: false,
    ...rest,
  };
}

export const fakeFact = (id: string, rest: Partial<ScalarFact> = {}): ScalarFact => ({
  kind: "scalar",
  id,
  description: `How the ${id} is`,
  ask: [],
  sensitive: false,
  collect: [],
  type: "text",
  values: [],
  alsoWritten: {},
  unit: null,
  orNone: true,
  message: false,
  derived: null,
  settledBy: null,
  ...rest,
});

export const fakeList = (id: string, rest: Partial<ListFact> = {}): ListFact => ({
  kind: "list",
  id,
  description: `All ${id}`,
  ask: [],
  sensitive: false,
  collect: [],
  fields: {},
  key: [],
  coveredBy: [],
  derived: null,
  ...rest,
});

export const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

export const fakeAsk = (id: string, rest: Partial<Ask> = {}): Ask => ({
  id,
  title: `Look at the ${id}`,
  do: `Open the ${id} and read it.`,
  run: null,
  lookFor: "the line with the glaze",
  who: "whoever makes the tea",
  minutes: 7,
  looksAt: {},
  ...rest,
});

interface Found {
  readonly verdicts?: Readonly<Record<string, VerdictWord>>;
  readonly missing?: Readonly<Record<string, readonly Missing[]>>;
  readonly evidence?: Readonly<Record<string, Evidence>>;
  readonly truths?: Readonly<Record<string, Truth>>;
  readonly readings?: Readonly<Record<string, Reading>>;
  readonly lists?: Readonly<Record<string, ListReading>>;
  readonly conflicting?: readonly string[];
  readonly warnings?: readonly Warning[];
}

const truthOf: Record<VerdictWord, Truth> = {
  matches: true,
  "does-not-match": false,
  "cannot-tell": "unknown",
};

/** Rules without a verdict match. */
export function fakeEvaluation(rules: readonly Rule[], found: Found = {}): Evaluation {
  const outcomes = rules.map(({ id }): [string, RuleOutcome] => {
    const verdict = found.verdicts?.[id] ?? "matches";
    const evidence = found.evidence?.[id] ?? leaf(`${id}.seen`, truthOf[verdict]);
    return [id, { rule: id, verdict, evidence, missing: found.missing?.[id] ?? [] }];
  });
  return {
    outcomes: new Map(outcomes),
    memory: {
      scalar: (fact) => found.readings?.[fact] ?? unknownReading,
      list: (fact) => found.lists?.[fact] ?? unknownReading,
      now: { from: -Infinity, to: Infinity },
      collectedAt: { to: "2026-11-20T14:05:00Z" },
      warnings: found.warnings ?? [],
      conflicting: found.conflicting ?? [],
    },
    judge: (asked) => (asked.kind === "test" ? (found.truths?.[asked.subject] ?? "unknown") : "unknown"),
  };
}

export const leaf = (fact: string, truth: Truth): Evidence => ({
  kind: "test",
  truth,
  fact,
  expected: "is true",
  found: truth === "unknown" ? "(not known)" : String(truth),
  at: [],
});

export const missingFact = (fact: string): Missing => ({ fact, reason: "not-collected" });

const unknownReading: Reading & ListReading = {
  known: false,
  reason: "not-collected",
  detail: null,
  at: [],
  through: [],
  missing: [],
};

export const valueReading = (...values: readonly (string | number | boolean | null)[]): Reading => ({
  known: true,
  claims: values.map((value) => ({ value })),
  at: [],
  through: [],
  missing: [],
});

/** `a(b(c) d) e~f`: a brought about b and d, b brought about c; e says f more precisely. */
export function sketch(diagnoses: readonly Diagnosis[]): string {
  return diagnoses
    .map(({ rule, consequences, lessPrecise }) => {
      const coarser = lessPrecise.map((one) => `~${one.rule}`).join("");
      return `${rule}${coarser}${consequences.length > 0 ? `(${sketch(consequences)})` : ""}`;
    })
    .join(" ");
}

/** Every rule that stands among the diagnoses or the history, as often as it stands there. */
export function everyPlace(report: Report): readonly string[] {
  const within = (diagnosis: Diagnosis): readonly string[] => [
    diagnosis.rule,
    ...diagnosis.lessPrecise.map(({ rule }) => rule),
    ...diagnosis.consequences.flatMap(within),
  ];
  return [...report.diagnoses.flatMap(within), ...report.setAside.map(({ rule }) => rule)];
}

export type Facts = Readonly<Record<string, FactDefinition>>;

export const options = { toolVersion: "2.7.18", digest: (text: string) => `digest of ${text.length}` };
