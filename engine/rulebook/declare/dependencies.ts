import type {
  ConditionSource,
  Derivation,
  FactSource,
  ScalarDerivation,
} from "../../../schemas/generated/types.ts";
import { conditionWords } from "../condition/group-keys.ts";

/** The names of the facts that a derivation as written reads. */
export function factsRead({ derived }: FactSource): readonly string[] {
  return derived === undefined ? [] : [...new Set(namesIn(derived))];
}

function namesIn(derived: Derivation): string[] {
  if ("pick" in derived) return [derived.pick.from, ...inRows(derived.pick.where)];
  if ("cases" in derived) return derived.cases.flatMap((each) => ("when" in each ? inFacts(each.when) : []));
  if ("match-up" in derived) {
    const { from, sides } = derived["match-up"];
    return [from, ...Object.values(sides).flatMap(inRows)];
  }
  if ("count" in derived) return [derived.count, ...inRows(derived.where)];
  if ("smallest" in derived || "largest" in derived) return [derived.of, ...inRows(derived.where)];
  return operandsOf(derived);
}

/** The facts, or fields of the row, that a derivation of single values reckons with. */
export function operandsOf(derived: ScalarDerivation): string[] {
  if ("difference" in derived) return [derived.difference, derived.minus];
  if ("percent" in derived) return [derived.percent, derived.of];
  if ("days-until" in derived) return [derived["days-until"]];
  return "part" in derived ? [derived.of] : [derived["looked-up"].by];
}

function inFacts(condition: ConditionSource): string[] {
  const lists = [condition.some, condition.none, condition.every].filter((name) => name !== undefined);
  const groups = [
    ...(condition.all ?? []),
    ...(condition.any ?? []),
    ...(condition.not ? [condition.not] : []),
  ];
  const own = Object.keys(condition).filter((key) => !conditionWords.has(key));
  return [
    ...own,
    ...lists,
    ...groups.flatMap(inFacts),
    ...inRows(condition.where),
    ...inRows(condition.among),
    ...referencesIn(condition),
  ];
}

/** In a `where` only the right side can name a fact. */
function inRows(condition: ConditionSource | undefined): string[] {
  if (condition === undefined) return [];
  const groups = [
    ...(condition.all ?? []),
    ...(condition.any ?? []),
    ...(condition.not ? [condition.not] : []),
  ];
  return [...groups.flatMap(inRows), ...referencesIn(condition)];
}

function referencesIn(condition: ConditionSource): string[] {
  const tests = Object.entries(condition).flatMap(([key, test]) => (conditionWords.has(key) ? [] : [test]));
  return tests.flatMap((test) => {
    if (test === null || typeof test !== "object" || Array.isArray(test)) return [];
    const references = [test, ...Object.values(test)];
    return references.flatMap((each) => (isReference(each) ? [each.fact] : []));
  });
}

function isReference(value: unknown): value is { readonly fact: string } {
  return value !== null && typeof value === "object" && "fact" in value && typeof value.fact === "string";
}
