import type { Commonness, Confidence, RuleKind, ScalarType, Severity } from "../../schemas/fact-types.ts";
import type { CollectSource, Reference, Unit } from "../../schemas/generated/types.ts";
import type { Condition, Literal } from "../condition.ts";

/**
 * Everything the loaded packs know: parsed, checked and typed. Plain JSON without undefined values, so that it can be
 * written at build time and read back without the YAML.
 */
export interface Rulebook {
  readonly packs: readonly PackIdentity[];
  /** The languages that message texts of the rules are in. */
  readonly languages: readonly string[];
  /** Area id to title. */
  readonly areas: Readonly<Record<string, string>>;
  /** By id; the facts that `pick` gives are in here one by one. */
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly lists: Readonly<Record<string, ListDefinition>>;
  readonly asks: Readonly<Record<string, Ask>>;
  /** Sorted by id. */
  readonly rules: readonly Rule[];
  readonly flowcharts: Flowcharts | null;
  readonly healthyWhen: string | null;
  /** Some condition tests a pattern, so that the pattern engine has to be loaded before a run. */
  readonly usesPatterns: boolean;
}

export interface PackIdentity {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Of the canonical form of all its files. */
  readonly digest: string;
}

export type FactDefinition = ScalarFact | ListFact;

interface FactCommon {
  readonly id: string;
  readonly description: string;
  /** Ways of asking, the best first. Facts that are derived have those of what they are derived from. */
  readonly ask: readonly string[];
  readonly sensitive: boolean;
  readonly collect: readonly CollectSource[];
}

export interface ScalarFact extends FactCommon, ScalarShape {
  readonly kind: "scalar";
  readonly derived: Derivation | null;
  readonly settledBy: string | null;
}

export interface ListFact extends FactCommon {
  readonly kind: "list";
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** Empty: every row stands for itself. */
  readonly key: readonly string[];
  readonly coveredBy: readonly string[];
  readonly derived: MatchUp | null;
}

/** What a single value may be. */
export interface ScalarShape {
  readonly type: ScalarType;
  /** Of a one-of; else empty. */
  readonly values: readonly string[];
  /** Other words for the values, in lower case, each with its value. */
  readonly alsoWritten: Readonly<Record<string, string>>;
  readonly unit: Unit | null;
  readonly orNone: boolean;
  /** A text that Windows rendered in the language that the field `culture` of the same row names. */
  readonly message: boolean;
}

export interface FieldDefinition extends ScalarShape {
  readonly description: string;
  readonly sensitive: boolean;
  readonly derived: ScalarDerivation | null;
}

export type Derivation = Picked | Cases | Count | Extreme | ScalarDerivation;

/** The field of the one row that fits; `field` null is the fact `found`. */
export interface Picked {
  readonly kind: "picked";
  readonly from: string;
  readonly where: Condition;
  readonly field: string | null;
}

export interface Cases {
  readonly kind: "cases";
  readonly cases: readonly { readonly when: Condition; readonly value: Literal }[];
  /** undefined is not JSON: a Cases without otherwise has `exhaustive` false. */
  readonly otherwise: Literal;
  readonly exhaustive: boolean;
}

export interface MatchUp {
  readonly kind: "match-up";
  readonly from: string;
  readonly on: readonly string[];
  readonly sides: readonly [Side, Side];
}

export interface Side {
  readonly name: string;
  readonly where: Condition;
}

export interface Count {
  readonly kind: "count";
  readonly list: string;
  readonly where: Condition | null;
}

export interface Extreme {
  readonly kind: "smallest" | "largest";
  readonly field: string;
  readonly list: string;
  readonly where: Condition | null;
}

/** Works on facts, and inside a list on fields of the same row. */
export type ScalarDerivation =
  /** `perUnit`: milliseconds of one unit of the result between timestamps; 1 between numbers. */
  | { readonly kind: "difference"; readonly from: string; readonly minus: string; readonly perUnit: number }
  | { readonly kind: "percent"; readonly part: string; readonly of: string }
  | { readonly kind: "days-until"; readonly of: string }
  | { readonly kind: "part"; readonly part: "host" | "port"; readonly of: string }
  | { readonly kind: "looked-up"; readonly list: string; readonly by: string };

export interface ListDefinition {
  readonly id: string;
  readonly title: string;
  readonly type: ScalarType;
  readonly entries: readonly { readonly value: string | number; readonly is: string | null }[];
  /** A miss proves absence when the whole collection lies before this instant (milliseconds); null: never. */
  readonly closedUntil: number | null;
}

export interface Ask {
  readonly id: string;
  readonly title: string;
  readonly do: string;
  readonly run: string | null;
  readonly lookFor: string;
  readonly who: string;
  readonly minutes: number;
  /**
   * By list the part that it looks at: fields that the list is covered by, each with the values that it may have. Lists
   * that are not here it looks at wholly.
   */
  readonly looksAt: Readonly<Record<string, Readonly<Record<string, readonly Literal[]>>>>;
}

export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  readonly pack: string;
  readonly area: string;
  readonly title: string;
  /** info for symptoms and all-clears, which have none. */
  readonly severity: Severity;
  /** certain for symptoms and all-clears, which have none. */
  readonly confidence: Confidence;
  readonly surer: { readonly confidence: Confidence; readonly when: Condition } | null;
  readonly commonness: Commonness;
  readonly explains: readonly string[];
  /** Of a symptom: the rules that find just what the caller reports. */
  readonly restates: readonly string[];
  readonly refines: string | null;
  readonly setAsideBy: string | null;
  readonly said: readonly string[];
  readonly when: Condition;
  /** With {{ fact.id }} still in it; empty if the rule does not say. */
  readonly because: string;
  readonly fix: readonly RuleFixStep[];
  readonly references: readonly Reference[];
  /** 0 for rules that read facts only; else one above the highest stratum of the rules that it reads. */
  readonly stratum: number;
}

export interface RuleFixStep {
  readonly do: string;
  readonly run: string | null;
  readonly who: string | null;
  readonly expect: string | null;
  readonly risk: string | null;
  readonly onlyWhen: Condition | null;
  /** The words for onlyWhen, to follow "If". */
  readonly if: string | null;
}

export interface Flowcharts {
  /** The id of the chart that every walk begins in. */
  readonly first: string;
  readonly charts: Readonly<Record<string, Flowchart>>;
}

export interface Flowchart {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly steps: Readonly<Record<string, FlowchartNode>>;
}

/** The id of a step of the same chart, or the start of another chart. */
export type Arrow = string | { readonly chart: string };

interface NodeCommon {
  readonly id: string;
  readonly number: number | null;
  readonly rules: readonly string[];
  readonly details: string | null;
  readonly inferred: boolean;
}

export type FlowchartNode =
  | (NodeCommon & {
      readonly kind: "question";
      readonly ask: string;
      readonly when: Condition;
      readonly ifYes: Arrow;
      readonly ifNo: Arrow;
      readonly yes: string | null;
      readonly no: string | null;
    })
  | (NodeCommon & { readonly kind: "action"; readonly do: string; readonly then: Arrow })
  | (NodeCommon & { readonly kind: "end"; readonly end: string });
