import format from "../../../schemas/generated/formats/catalogue.schema.json" with { type: "json" };
import type { FactDefinition, ListFact, Rulebook } from "../../rulebook/rulebook.ts";
import { forEditors } from "./alternatives.ts";
import { conditionFile } from "./conditions.ts";
import { oneOfNames } from "./names.ts";
import { fieldsOf, rowsOf } from "./rows.ts";
import { type Schema, whereKeyIs, whereKeyStands } from "./schema.ts";
import { factNames, orNewer } from "./wording.ts";

/** Catalogues: with the ways of asking, and for derived facts with the facts, lists and fields of the pack. */
export function catalogueSchema(rulebook: Rulebook): Schema {
  const base = forEditors(format);
  const definitions = base.definitions as Readonly<Record<string, Schema>>;
  const facts = Object.values(rulebook.facts);
  return {
    ...base,
    definitions: {
      ...definitions,
      where: { $ref: `${conditionFile}#/definitions/fact-condition` },
      fact: fact(definitions.fact ?? {}, rulebook),
      ...ofRows(facts),
      lookedUp: lookedUp(rulebook),
    },
  };
}

function fact(base: Schema, { facts, asks }: Rulebook): Schema {
  const { ask, "settled-by": settledBy } = format.definitions.fact.properties;
  const ways = Object.values(asks).map(({ id, title }) => ({ name: id, about: title }));
  const texts = factNames(
    Object.values(facts).filter((each) => each.kind === "scalar" && each.type === "text"),
  );
  return {
    ...base,
    properties: {
      ...(base.properties as object),
      ask: {
        ...ask,
        items: oneOfNames(ways, `There is no way of asking of this name in asks.yaml. ${orNewer}`),
      },
      "settled-by": oneOfNames(
        texts,
        `There is no text fact of this name. ${orNewer}`,
        settledBy.description,
      ),
    },
    allOf: [
      whereKeyIs("type", "one-of", needs("values", "A one-of needs its values: the words that it may be.")),
      whereKeyIs(
        "type",
        "record",
        needs("derived", "A record is the one row that pick gives: add derived with a pick."),
      ),
      whereKeyIs(
        "type",
        "list",
        whereKeyStands("derived", {}, needs("of", "A list needs its fields under of.")),
      ),
    ],
  };
}

const needs = (key: string, complaint: string): Schema => ({ required: [key], errorMessage: complaint });

/** Derivations that speak of the rows of a list: once it is named, its fields are known. */
function ofRows(facts: readonly FactDefinition[]): Readonly<Record<string, Schema>> {
  const lists = facts.filter((each) => each.kind === "list");
  const { pick, matchUp, count, smallest, largest } = format.definitions;
  const among = (inner: InnerMap, key: string, then: (list: ListFact) => Schema) =>
    amongLists(inner, key, lists, then);
  const where = (list: ListFact) => ({ properties: { where: rowOf(list) } });
  const extreme = (field: "smallest" | "largest") => (list: ListFact) => ({
    properties: { where: rowOf(list), [field]: fieldOf(list) },
  });
  const pickMap = among(pick.properties.pick, "from", where);
  const pairs = among(matchUp.properties["match-up"], "from", (list) => ({
    properties: {
      on: { items: fieldOf(list) },
      sides: { additionalProperties: rowOf(list) },
    },
  }));
  return {
    pick: { ...forEditors(pick), properties: { pick: pickMap } },
    matchUp: { ...forEditors(matchUp), properties: { "match-up": pairs } },
    count: among(count, "count", where),
    smallest: among(smallest, "of", extreme("smallest")),
    largest: among(largest, "of", extreme("largest")),
  };
}

type InnerMap = Schema & { readonly properties: Readonly<Record<string, Schema>> };

function amongLists(
  map: InnerMap,
  key: string,
  lists: readonly ListFact[],
  then: (list: ListFact) => Schema,
): Schema {
  const base = forEditors(map);
  const list = { ...inConditions("lists"), description: map.properties[key]?.description };
  // The rows of a list that the catalogue is only about to get are known to nobody yet.
  const row = {
    type: "object",
    minProperties: 1,
    description: "What the row must be: fields with what they must be.",
  };
  return {
    ...base,
    properties: {
      ...(base.properties as object),
      ...("where" in map.properties ? { where: row } : {}),
      ...("sides" in map.properties ? { sides: { ...map.properties.sides, additionalProperties: row } } : {}),
      [key]: list,
    },
    // JSON Schema has no empty allOf.
    ...(lists.length === 0 ? {} : { allOf: lists.map((each) => whereKeyIs(key, each.id, then(each))) }),
  };
}

const inConditions = (definition: string): Schema => ({
  $ref: `${conditionFile}#/definitions/${definition}`,
});

const rowOf = ({ id }: ListFact): Schema => inConditions(rowsOf(id));

const fieldOf = ({ id }: ListFact): Schema => inConditions(fieldsOf(id));

function lookedUp({ lists }: Rulebook): Schema {
  const base = forEditors(format.definitions.lookedUp);
  const inner = format.definitions.lookedUp.properties["looked-up"];
  const names = Object.values(lists).map(({ id, title }) => ({ name: id, about: title }));
  const list = oneOfNames(
    names,
    `There is no list of this name in lists.yaml. ${orNewer}`,
    inner.properties.in.description,
  );
  return {
    ...base,
    properties: { "looked-up": { ...forEditors(inner), properties: { ...inner.properties, in: list } } },
  };
}
