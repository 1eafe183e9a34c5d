import type { Condition, Leaf } from "../condition.ts";
import type { Context } from "../evaluate/context.ts";
import { factScope } from "../evaluate/context.ts";
import { conditionTruth, leafTruth } from "../evaluate/judge.ts";
import { missingFor } from "../evaluate/missing.ts";
import { exactly, through, unknownFor } from "../facts/make-reading.ts";
import type { Reading } from "../facts/reading.ts";
import type { Cases } from "../rulebook/rulebook.ts";

/** The value of the first case that is true; unknown as soon as an earlier case is. */
export function deriveCases({ cases, otherwise, exhaustive }: Cases, context: Context): Reading {
  const scope = factScope(context);
  const read = [...new Set(cases.flatMap(({ when }) => factsIn(when)))];
  for (const { when, value } of cases) {
    const truth = conditionTruth(when, (leaf) => leafTruth(leaf, scope, context));
    if (truth === true)
      return through({ ...exactly(value), at: read.flatMap((fact) => placesIn(fact, context)) }, read);
    if (truth === "unknown") return through(unknownFor(missingFor(when, scope, context, () => [])), read);
  }
  return through(exhaustive ? exactly(otherwise) : unknownFor([], "ambiguous"), read);
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

function placesIn(fact: string, context: Context) {
  return context.isList(fact) ? context.list(fact).at : context.scalar(fact).at;
}
