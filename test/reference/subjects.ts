import type { Row, Scope } from "./known.ts";
import type { Subjects } from "./test.ts";

export function ofFacts(scope: Scope): Subjects {
  return {
    read: (fact) => scope.fact(fact),
    typeOf: (fact) => {
      const definition = scope.world.rulebook.facts[fact];
      if (definition?.kind !== "scalar") throw new Error(`${fact} is no single value.`);
      return definition.type;
    },
  };
}

export function ofRow(list: string, row: Row, scope: Scope): Subjects {
  const definition = scope.world.rulebook.facts[list];
  if (definition?.kind !== "list") throw new Error(`${list} is no list.`);
  return {
    read: (field) => row.fields.get(field) ?? null,
    typeOf: (field) => {
      const shape = definition.fields[field];
      if (shape === undefined) throw new Error(`${list} has no field ${field}.`);
      return shape.type;
    },
  };
}
