import type { Rulebook } from "../../rulebook/rulebook.ts";
import { oneOfNames } from "./names.ts";
import { rowCondition, rowsOf } from "./rows.ts";
import { type Schema, see, whereKeyIs, whereTypeIs } from "./schema.ts";
import { createShelf } from "./shelf.ts";
import { testOf } from "./tests.ts";
import { aboutFact, factNames, orNewer, ruleNames } from "./wording.ts";
import type { Workshop } from "./workshop.ts";

/** The file that the schemas of all other files refer to. */
export const conditionFile = "condition.schema.json";

/** What the conditions of the pack may say; `fact-condition` is for derived facts, which know no rules yet. */
export function conditionSchema(rulebook: Rulebook): Schema {
  const workshop: Workshop = { rulebook, shelf: createShelf() };
  const { shelf } = workshop;
  for (const fact of Object.values(rulebook.facts)) {
    if (fact.kind === "list") shelf.put(rowsOf(fact.id), () => rowCondition(fact, workshop));
    else {
      shelf.put(`fact:${fact.id}`, () => ({
        title: fact.id,
        description: aboutFact(fact),
        ...testOf(fact, "facts", workshop),
      }));
    }
  }
  shelf.put("verdict", () => ({
    enum: ["matches", "does-not-match"],
    enumDescriptions: ["The rule is proved.", "The rule is ruled out."],
  }));
  shelf.put("rules", () =>
    oneOfNames(ruleNames(rulebook.rules), `There is no rule of this name. ${orNewer}`),
  );
  shelf.put("lists", () => someList(rulebook));
  shelf.put("condition", () => condition("condition", ruleKeys(rulebook), rulebook));
  shelf.put("fact-condition", () => condition("fact-condition", {}, rulebook));
  return { $schema: "http://json-schema.org/draft-07/schema#", definitions: shelf.definitions() };
}

function condition(name: string, keys: Readonly<Record<string, Schema>>, rulebook: Rulebook): Schema {
  const lists = Object.values(rulebook.facts).filter(({ kind }) => kind === "list");
  return {
    type: "object",
    description:
      "Either one group (all, any, not, some, none, every, ruled-out) or facts with what they must be. Several facts mean all of them.",
    minProperties: 1,
    allOf: [
      {
        additionalProperties: false,
        errorMessage: `No fact is called so, and no word of conditions. ${orNewer}`,
        properties: { ...groups(name), ...keys, ...factKeys(rulebook) },
      },
      { dependencies: { every: ["among", "where"], among: ["every"] } },
      ...lists.flatMap(({ id }) => whereListIs(id)),
    ],
  };
}

function groups(name: string): Readonly<Record<string, Schema>> {
  const own = see(name);
  const row = { type: "object", minProperties: 1 };
  return {
    all: { type: "array", minItems: 1, items: own, description: "All of these hold." },
    any: { type: "array", minItems: 1, items: own, description: "At least one of these holds." },
    not: { ...own, description: "This does not hold." },
    some: see("lists", "A list: at least one of its rows fits where."),
    none: see("lists", "A list: none of its rows fits where."),
    every: see("lists", "A list: at least one row fits among, and every row that does fits where."),
    among: { ...row, description: "The rows that every speaks of." },
    where: { ...row, description: "What the row must be: fields with what they must be." },
  };
}

function someList({ facts }: Rulebook): Schema {
  const lists = Object.values(facts).filter(({ kind }) => kind === "list");
  return oneOfNames(factNames(lists), `There is no list of this name in the catalogue. ${orNewer}`);
}

/** Which fields a row has is known once its list is named. */
function whereListIs(list: string): readonly Schema[] {
  const row = see(rowsOf(list));
  const fits = { properties: { where: row, among: row } };
  return ["some", "none", "every"].map((quantifier) => whereKeyIs(quantifier, list, fits));
}

function factKeys({ facts }: Rulebook): Readonly<Record<string, Schema>> {
  const single = Object.values(facts).filter(({ kind }) => kind === "scalar");
  return Object.fromEntries(single.map(({ id }) => [id, see(`fact:${id}`)]));
}

/** Rules, areas, and what a rule may ask of another. */
function ruleKeys({ rules, areas }: Rulebook): Readonly<Record<string, Schema>> {
  const areaNames = Object.entries(areas).map(([name, about]) => ({ name, about }));
  const area = oneOfNames(
    areaNames,
    `There is no area of this name in pack.yaml. ${orNewer}`,
    "The area whose faults are ruled out.",
  );
  const byName = {
    type: "array",
    minItems: 1,
    items: see("rules"),
  };
  const byArea = { type: "object", additionalProperties: false, required: ["area"], properties: { area } };
  const verdicts = rules.map(({ id, title }): [string, Schema] => [`rule.${id}`, see("verdict", title)]);
  return {
    "ruled-out": {
      description: "All these rules do not match: their ids, or { area: name } for the faults of an area.",
      defaultSnippets: [
        { label: "{ area: … }", description: "The faults of an area.", body: "{ area: $1 }" },
        { label: "[…]", description: "Some rules.", body: "[$1]" },
      ],
      ...whereTypeIs("object", byArea, byName),
    },
    ...Object.fromEntries(verdicts),
  };
}
