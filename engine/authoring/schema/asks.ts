import format from "../../../schemas/generated/formats/asks.schema.json" with { type: "json" };
import { fieldsOfParts } from "../../rulebook/declare/asks.ts";
import type { ListFact, Rulebook } from "../../rulebook/rulebook.ts";
import { forEditors } from "./alternatives.ts";
import { type Schema, whereTypeIs } from "./schema.ts";
import { createShelf } from "./shelf.ts";
import { valueSchema } from "./value-schema.ts";
import { aboutFact, aboutValue, orNewer } from "./wording.ts";
import type { Workshop } from "./workshop.ts";

/** Ways of asking, with the lists of the pack and the parts that they are divided into. */
export function asksSchema(rulebook: Rulebook): Schema {
  const base = forEditors(format);
  const shelf = createShelf();
  const { ask, ...definitions } = base.definitions as Readonly<Record<string, Schema>>;
  const lists = Object.values(rulebook.facts)
    .filter((fact) => fact.kind === "list")
    .filter((list) => list.derived === null && fieldsOfParts(list).length > 0);
  const looksAt = {
    type: "object",
    minProperties: 1,
    description: format.definitions.ask.properties["looks-at"].description,
    additionalProperties: false,
    errorMessage: `No list of the pack that is divided into parts is called so. ${orNewer}`,
    properties: Object.fromEntries(lists.map((list) => [list.id, partOf(list, { rulebook, shelf })])),
  };
  return {
    ...base,
    definitions: {
      ...definitions,
      ask: { ...ask, properties: { ...(ask?.properties as object), "looks-at": looksAt } },
      ...shelf.definitions(),
    },
  };
}

function partOf(list: ListFact, workshop: Workshop): Schema {
  const fields = fieldsOfParts(list).flatMap((name): [string, Schema][] => {
    const field = list.fields[name];
    if (field === undefined) return [];
    const one = valueSchema(field, workshop);
    const several = { type: "array", minItems: 1, items: one };
    return [[name, { description: aboutValue(field), ...whereTypeIs("array", several, one) }]];
  });
  return {
    type: "object",
    minProperties: 1,
    title: list.id,
    description: aboutFact(list),
    additionalProperties: false,
    errorMessage: `${list.id} is not divided by a field of this name. Ctrl+Space shows the fields.`,
    properties: Object.fromEntries(fields),
  };
}
