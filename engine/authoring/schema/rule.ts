import { type RuleKind, ruleKinds } from "../../../schemas/fact-types.ts";
import format from "../../../schemas/generated/formats/rule.schema.json" with { type: "json" };
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { forbidden, needed } from "../../rulebook/rules/check-kind.ts";
import { namable, type Relation } from "../../rulebook/rules/relations.ts";
import { forEditors } from "./alternatives.ts";
import { oneOfNames } from "./names.ts";
import { choose, type Schema } from "./schema.ts";
import { orNewer, ruleNames } from "./wording.ts";

/** Rule files: with the rules that a rule may name, the facts of its examples, and the keys of its kind. */
export function ruleSchema(rulebook: Rulebook): Schema {
  const base = forEditors(format);
  const { properties } = format;
  return {
    ...base,
    properties: {
      ...(base.properties as object),
      kind: { ...properties.kind, enumDescriptions: ruleKinds.map((kind) => kinds[kind]) },
      explains: { ...properties.explains, items: namedRule("explains", rulebook) },
      restates: { ...properties.restates, items: namedRule("restates", rulebook) },
      refines: namedRule("refines", rulebook, properties.refines.description),
      "set-aside-by": namedRule("set-aside-by", rulebook, properties["set-aside-by"].description),
    },
    allOf: ruleKinds.map(keysOfKind),
    definitions: { ...(base.definitions as object), example: exampleOf },
  };
}

const exampleOf: Schema = {
  $ref: "fact-file.schema.json#/definitions/example",
  description: format.definitions.example.description,
};

const kinds: Record<RuleKind, string> = {
  fault: "Something is broken. It needs severity, confidence, because and fix.",
  advisory: "Something should be better. It needs what a fault needs.",
  symptom: "What a caller reports, with the texts of the screen under said.",
  "all-clear": "Proves that an area is sound.",
};

function namedRule(relation: Relation, { rules }: Rulebook, description?: string): Schema {
  const possible = rules.filter(({ kind }) => namable[relation].includes(kind));
  const complaint = `No ${namable[relation].join(" or ")} is called so, and nothing else can stand here. ${orNewer}`;
  return oneOfNames(ruleNames(possible), complaint, description);
}

/** A rule that does not say its kind is a fault. */
function keysOfKind(kind: RuleKind): Schema {
  const isOfKind = { properties: { kind: { const: kind } } };
  const barred = Object.fromEntries(forbidden[kind].map((key) => [key, false]));
  const complaint = `A rule of the kind ${kind} cannot have this key.`;
  return choose(kind === "fault" ? isOfKind : { required: ["kind"], ...isOfKind }, {
    required: needed[kind],
    allOf: [{ properties: barred, errorMessage: complaint }],
  });
}
