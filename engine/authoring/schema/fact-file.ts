import format from "../../../schemas/generated/formats/fact-file.schema.json" with { type: "json" };
import type {
  FactDefinition,
  FieldDefinition,
  ListFact,
  Rulebook,
  ScalarShape,
} from "../../rulebook/rulebook.ts";
import { forEditors } from "./alternatives.ts";
import { offering, type Schema, see, whereKeyStands, whereTypeIs } from "./schema.ts";
import { createShelf } from "./shelf.ts";
import { valueSuggestions } from "./suggestions.ts";
import { valueSchema } from "./value-schema.ts";
import { aboutFact, aboutValue, orNewer } from "./wording.ts";

/** Fact files, and in `example` the facts of an example, with the facts of the pack. */
export function factFileSchema(rulebook: Rulebook): Schema {
  const { facts } = rulebook;
  const base = forEditors(format);
  const shelf = createShelf();
  const value: ValueOf = (shape) => valueSchema(shape, { shelf, rulebook });
  const all = Object.values(facts);
  const lists = all.filter((fact) => fact.kind === "list");
  const given = Object.fromEntries(all.map(({ id }) => [id, see(`given:${id}`)]));
  const onlyKnown = {
    additionalProperties: false,
    errorMessage: `No fact of the pack is called so, and no rule would read it. ${orNewer}`,
  };
  return {
    ...base,
    properties: {
      ...(base.properties as object),
      collectedAt: {
        description: format.definitions.collectedAt.description,
        anyOf: [
          { type: "string", description: "The instant of the collection, ISO 8601 with offset, in quotes." },
          { $ref: "#/definitions/collectedAt" },
        ],
      },
      facts: {
        type: "object",
        description: format.properties.facts.description,
        allOf: [{ ...onlyKnown, properties: given }],
      },
    },
    definitions: {
      ...(base.definitions as object),
      ...Object.fromEntries(lists.map((list) => [`row:${list.id}`, row(list, value)])),
      ...Object.fromEntries(all.map((fact) => [`given:${fact.id}`, givenFact(fact, value)])),
      ...shelf.definitions(),
      example: { type: "object", allOf: [{ ...onlyKnown, properties: { now, ...given } }] },
    },
  };
}

const now: Schema = {
  type: "string",
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T",
  errorMessage: 'Write the time of the collection with its offset, for example "2026-11-20T08:30:00Z".',
  description:
    "The time of the collection, ISO 8601 with offset, in quotes. Needed where the rule reads dates.",
};

/** A reference to what may be written for values of a shape. */
type ValueOf = (shape: ScalarShape) => Schema;

/** A fact as it is written by hand: a value, rows, none, or an entry in full. */
function givenFact(fact: FactDefinition, value: ValueOf): Schema {
  const about = { title: fact.id, description: aboutFact(fact) };
  if (fact.kind === "scalar") {
    return {
      ...about,
      ...offering(valueSuggestions(fact)),
      ...whereTypeIs("object", see("entry"), value(fact)),
    };
  }
  const rows = { type: "array", minItems: 1, items: see(`row:${fact.id}`) };
  return {
    ...about,
    defaultSnippets: [
      { label: "none", description: "Somebody looked, and there are none.", body: "none" },
      {
        label: "{ items: …, covers: … }",
        description: "Rows, and what was looked at completely.",
        body: "\n  items:\n    - $1\n  covers: [{ $2 }]",
      },
    ],
    ...whereTypeIs(
      "array",
      rows,
      whereTypeIs("object", whereKeyStands("items", itemsOf(fact, value), see("entry")), nothing),
    ),
  };
}

const nothing: Schema = {
  enum: ["none", null],
  errorMessage: "Write the rows as a list, or none if somebody looked and there are none.",
};

function itemsOf({ id, coveredBy, fields }: ListFact, value: ValueOf): Schema {
  const { items: _, covers, ...others } = format.definitions.itemsEntry.properties;
  const slice = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(coveredBy.map((name) => [name, sliceValue(fields[name], value)])),
  };
  return {
    type: "object",
    additionalProperties: false,
    required: ["items"],
    properties: {
      items: { type: "array", items: see(`row:${id}`), description: "The rows." },
      ...(coveredBy.length === 0
        ? {}
        : { covers: { type: "array", description: covers.description, items: slice } }),
      ...others,
    },
  };
}

/** A value that the slice has, or for times a range. */
function sliceValue(field: FieldDefinition | undefined, value: ValueOf): Schema {
  if (field === undefined) return {};
  const description = aboutValue(field);
  if (field.type !== "timestamp") return { ...value(field), description };
  return { description, ...whereTypeIs("object", range, value(field)) };
}

const range: Schema = {
  type: "object",
  additionalProperties: false,
  properties: {
    from: { type: "string", description: "From this instant on, ISO 8601 with offset." },
    to: { type: "string", description: "Up to but without this instant, ISO 8601 with offset." },
  },
};

function row({ id, fields }: ListFact, value: ValueOf): Schema {
  const own = Object.entries(fields).map(([name, field]): [string, Schema] => [
    name,
    { title: `${name} of ${id}`, description: aboutValue(field), ...value(field) },
  ]);
  return {
    type: "object",
    description: `One row of ${id}. A field that is left out is not known.`,
    additionalProperties: false,
    properties: { ...Object.fromEntries(own), from: see("origins") },
  };
}
