import type { Condition } from "../../engine/condition.ts";
import { whereInWords } from "../../engine/facts/condition-wording.ts";
import { describeLiteral } from "../../engine/facts/value-wording.ts";
import type {
  Derivation,
  ListFact,
  MatchUp,
  Rulebook,
  ScalarDerivation,
  ScalarShape,
} from "../../engine/rulebook/rulebook.ts";

/** How a fact follows from others, as sentences. */
export function derivedInWords(derivation: Derivation, shape: ScalarShape, rulebook: Rulebook): string {
  switch (derivation.kind) {
    case "picked":
      return `The one row of ${derivation.from}${where(derivation.where, derivation.from, rulebook)}.`;
    case "cases":
      return casesInWords(derivation, shape, rulebook);
    case "count":
      return `The number of rows of ${derivation.list}${where(derivation.where, derivation.list, rulebook)}.`;
    case "smallest":
    case "largest":
      return `The ${derivation.kind} ${derivation.field} of ${derivation.list}${where(derivation.where, derivation.list, rulebook)}.`;
    default:
      return scalarInWords(derivation);
  }
}

/** Also for a field of a row, which follows from other fields. */
export function scalarInWords(derivation: ScalarDerivation): string {
  switch (derivation.kind) {
    case "difference":
      return `${derivation.from} minus ${derivation.minus}.`;
    case "percent":
      return `${derivation.part} as a percentage of ${derivation.of}.`;
    case "days-until":
      return `The days from the collection until ${derivation.of}.`;
    case "part":
      return `The ${derivation.part} of ${derivation.of}.`;
    case "looked-up":
      return `What the list ${derivation.list} says about ${derivation.by}; other where it says nothing.`;
  }
}

export function pairsInWords({ from, on, sides }: MatchUp, rulebook: Rulebook): string {
  const [a, b] = sides.map(({ name, where: own }) => `${name}${where(own, from, rulebook)}`);
  return `Pairs of rows of ${from} with the same ${listed(on)}: ${a}, and ${b}.`;
}

function casesInWords(
  { cases, otherwise, exhaustive }: Extract<Derivation, { kind: "cases" }>,
  shape: ScalarShape,
  rulebook: Rulebook,
): string {
  const shapes = Object.fromEntries(
    Object.values(rulebook.facts).flatMap((fact) => (fact.kind === "scalar" ? [[fact.id, fact]] : [])),
  );
  const parts = cases.map(
    ({ when, value }) => `${describeLiteral(value, shape)} if ${whereInWords(when, shapes, rulebook.lists)}`,
  );
  return `${[...parts, ...(exhaustive ? [`otherwise ${describeLiteral(otherwise, shape)}`] : [])].join("; ")}.`;
}

function where(condition: Condition | null, list: string, { facts, lists }: Rulebook): string {
  if (condition === null) return "";
  return ` where ${whereInWords(condition, fieldsOf(facts[list]), lists)}`;
}

const fieldsOf = (fact: Rulebook["facts"][string] | undefined): ListFact["fields"] =>
  fact?.kind === "list" ? fact.fields : {};

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
