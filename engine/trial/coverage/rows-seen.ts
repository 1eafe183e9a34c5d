import type { Leaf } from "../../condition.ts";
import type { Context } from "../../evaluate/context.ts";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { rowJudge } from "../../evaluate/judge.ts";
import type { FactDefinition, ListFact, Rulebook } from "../../rulebook/rulebook.ts";
import type { Truth } from "../../truth.ts";

/** How a test of rows came out on each row that was seen; nothing where the list is not known. */
export function truthsOnRows(
  leaf: Leaf,
  list: string,
  { memory, outcomes }: Evaluation,
  rulebook: Rulebook,
): readonly Truth[] {
  const reading = memory.list(list);
  if (!reading.known) return [];
  const context: Context = {
    scalar: (fact) => memory.scalar(fact),
    list: (fact) => memory.list(fact),
    verdict: (rule) => outcomes.get(rule)?.verdict ?? "cannot-tell",
    isList: (fact) => factIn(rulebook, fact).kind === "list",
    shapeOf: (fact) => scalarIn(rulebook, fact),
    listFact: (fact) => listIn(rulebook, fact),
    lists: rulebook.lists,
    now: memory.now,
  };
  const judge = rowJudge(leaf, list, context);
  return reading.rows.map((row) => judge(row));
}

function factIn({ facts }: Rulebook, id: string): FactDefinition {
  const fact = Object.hasOwn(facts, id) ? facts[id] : undefined;
  if (fact === undefined) throw new Error(`No pack knows a fact ${id}.`);
  return fact;
}

function scalarIn(rulebook: Rulebook, id: string): Exclude<FactDefinition, ListFact> {
  const fact = factIn(rulebook, id);
  if (fact.kind === "list") throw new Error(`The fact ${id} is a list.`);
  return fact;
}

function listIn(rulebook: Rulebook, id: string): ListFact {
  const fact = factIn(rulebook, id);
  if (fact.kind !== "list") throw new Error(`The fact ${id} is not a list.`);
  return fact;
}
