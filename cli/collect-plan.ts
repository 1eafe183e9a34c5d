import type { FactDefinition, Rulebook } from "../engine/rulebook/rulebook.ts";
import type { Plan, WantedFact } from "../facts/import/wanted-fact.ts";

/** What the packs want read from files: one line a fact and a way of reading it. */
export function collectPlan(rulebook: Rulebook): Plan {
  return Object.values(rulebook.facts).flatMap((fact) =>
    fact.collect.map((collect) => ({ ...wanted(fact), collect })),
  );
}

function wanted(fact: FactDefinition): Omit<WantedFact, "collect"> {
  if (fact.kind === "scalar")
    return { fact: fact.id, type: fact.type, values: fact.values, orNone: fact.orNone };
  const fields = Object.fromEntries(Object.entries(fact.fields).map(([name, { type }]) => [name, type]));
  return { fact: fact.id, type: "list", fields, key: fact.key, coveredBy: fact.coveredBy };
}
