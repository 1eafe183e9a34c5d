import type { Condition, Operand } from "../condition.ts";
import type { Derivation, FactDefinition, MatchUp, Rule, Rulebook } from "../rulebook/rulebook.ts";
import { rulesIn } from "../rulebook/rules/strata.ts";

/** Which facts come into play, down to those that are seen. */
export interface Reads {
  /** The facts that a condition names, and those that these and the rules that it reads come from. */
  ofCondition(condition: Condition): ReadonlySet<string>;
  /** Of its condition and what goes with it. */
  ofRule(rule: Rule): ReadonlySet<string>;
  /** The fact and those that it is derived from. */
  ofFact(name: string): ReadonlySet<string>;
  /** Does the rule read one of these facts? Looks no further than it takes. */
  reaches(rule: Rule, facts: ReadonlySet<string>): boolean;
}

export function readsOf({ facts, rules }: Rulebook): Reads {
  const whens = new Map(rules.map(({ id, when }) => [id, when]));
  const known = new Map<string, readonly string[]>();
  const namedBy = (name: string): readonly string[] => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const named = [...new Set(lookUp(name))];
    known.set(name, named);
    return named;
  };
  const lookUp = (name: string): readonly string[] => {
    const when = name.startsWith(rulePrefix) ? whens.get(name.slice(rulePrefix.length)) : undefined;
    if (when !== undefined) return namedByCondition(when);
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return fact === undefined ? [] : namedByFact(fact);
  };
  const ofRules = new Map<Rule, readonly string[]>();
  const namedBefore = (rule: Rule): readonly string[] => {
    const named = ofRules.get(rule) ?? namedByRule(rule);
    ofRules.set(rule, named);
    return named;
  };
  /** Names in the order of their distance. */
  function* walkFrom(names: readonly string[]): Generator<string> {
    const reached = new Set(names);
    for (const name of reached) {
      yield name;
      for (const next of namedBy(name)) reached.add(next);
    }
  }
  const reachedFrom = (names: readonly string[]): ReadonlySet<string> => new Set(walkFrom(names));
  return {
    ofFact: (name) => reachedFrom([name]),
    ofCondition: (condition) => reachedFrom(namedByCondition(condition)),
    ofRule: (rule) => reachedFrom(namedBefore(rule)),
    reaches(rule, wanted) {
      for (const name of walkFrom(namedBefore(rule))) if (wanted.has(name)) return true;
      return false;
    },
  };
}

const namedByRule = ({ when, surer, fix }: Rule): readonly string[] => [
  ...namedByCondition(when),
  ...(surer === null ? [] : namedByCondition(surer.when)),
  ...fix.flatMap(({ onlyWhen }) => (onlyWhen === null ? [] : namedByCondition(onlyWhen))),
];

/** No fact can be called so. */
const rulePrefix = "rule.";

const namedByCondition = (condition: Condition): readonly string[] => [
  ...namedIn(condition),
  ...rulesIn(condition).map((rule) => `${rulePrefix}${rule}`),
];

/** The facts that a condition names itself. */
export function namedIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(namedIn);
    case "not":
      return namedIn(condition.of);
    case "test":
      return [condition.subject, ...namedByOperand(condition.operand)];
    case "rule":
      return [];
    case "every":
      return [condition.list, ...namedInRows(condition.among), ...namedInRows(condition.where)];
    default:
      return [condition.list, ...namedInRows(condition.where)];
  }
}

/** In rows only the right side names a fact. */
function namedInRows(where: Condition | null): readonly string[] {
  if (where === null) return [];
  if (where.kind === "all" || where.kind === "any") return where.of.flatMap(namedInRows);
  if (where.kind === "not") return namedInRows(where.of);
  return where.kind === "test" ? namedByOperand(where.operand) : [];
}

const namedByOperand = (operand: Operand): readonly string[] =>
  operand.kind === "fact" ? [operand.fact] : [];

/** The facts that a fact is derived from, and the one that settles it. */
export function namedByFact(fact: FactDefinition): readonly string[] {
  if (fact.kind === "list") return fact.derived === null ? [] : namedByPairs(fact.derived);
  const settled = fact.settledBy === null ? [] : [fact.settledBy];
  return fact.derived === null ? settled : [...settled, ...namedByDerivation(fact.derived)];
}

const namedByPairs = ({ from, sides }: MatchUp): readonly string[] => [
  from,
  ...sides.flatMap(({ where }) => namedInRows(where)),
];

function namedByDerivation(derived: Derivation): readonly string[] {
  switch (derived.kind) {
    case "picked":
      return [derived.from, ...namedInRows(derived.where)];
    case "cases":
      return derived.cases.flatMap(({ when }) => namedIn(when));
    case "count":
    case "smallest":
    case "largest":
      return [derived.list, ...namedInRows(derived.where)];
    case "difference":
      return [derived.from, derived.minus];
    case "percent":
      return [derived.part, derived.of];
    case "days-until":
    case "part":
      return [derived.of];
    case "looked-up":
      return [derived.by];
  }
}
