import type { Place } from "../../schemas/generated/types.ts";
import type { Condition, Leaf } from "../condition.ts";
import type { Context } from "../evaluate/context.ts";
import { conditionTruth } from "../evaluate/judge.ts";
import { askingFacts, missingFor } from "../evaluate/missing.ts";
import { exactly, through, unknownFor } from "../facts/make-reading.ts";
import { joinPlaces } from "../facts/places.ts";
import type { Reading } from "../facts/reading.ts";
import type { Cases } from "../rulebook/rulebook.ts";

/** The value of the first case that is true; unknown as soon as an earlier case is. */
export function deriveCases({ cases, otherwise, exhaustive }: Cases, context: Context): Reading {
  const asking = askingFacts(context);
  const read = [...new Set(cases.flatMap(({ when }) => factsIn(when)))];
  for (const { when, value } of cases) {
    const truth = conditionTruth(when, asking.truthOf);
    if (truth === true) return through(exactly(value, placesOf(read, context)), read);
    if (truth === "unknown") return through(unknownFor(missingFor(when, asking)), read);
  }
  if (!exhaustive) return through(unknownFor([], "ambiguous"), read);
  return through(exactly(otherwise, placesOf(read, context)), read);
}

/** The facts that a condition reads. */
export function factsIn(condition: Condition): string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(factsIn);
    case "not":
      return factsIn(condition.of);
    default:
      return factsOfLeaf(condition);
  }
}

function factsOfLeaf(leaf: Leaf): string[] {
  if (leaf.kind === "rule") return [];
  if (leaf.kind !== "test") return [leaf.list];
  return leaf.operand.kind === "fact" ? [leaf.subject, leaf.operand.fact] : [leaf.subject];
}

function placesOf(facts: readonly string[], context: Context): Place[] {
  return joinPlaces(
    ...facts.map((fact) => (context.isList(fact) ? context.list(fact).at : context.scalar(fact).at)),
  );
}
