import format from "../../../schemas/generated/formats/case.schema.json" with { type: "json" };
import type { Rule, Rulebook } from "../../rulebook/rulebook.ts";
import { forEditors } from "./alternatives.ts";
import { conditionFile } from "./conditions.ts";
import { oneOfNames, someName } from "./names.ts";
import { type Schema, see } from "./schema.ts";
import { aboutFact, orNewer, ruleNames } from "./wording.ts";

/** The file expected.yaml of a case: with the rules, symptoms and ways of asking of the pack. */
export function caseSchema({ rules, asks, facts }: Rulebook): Schema {
  const base = forEditors(format);
  const { properties: own } = format;
  const of = (...kinds: readonly Rule["kind"][]) =>
    ruleNames(rules.filter(({ kind }) => kinds.includes(kind)));
  const complaint = `There is no such rule. ${orNewer}`;
  const any = { $ref: `${conditionFile}#/definitions/rules` };
  const diagnosis = see("diagnosis");
  return {
    ...base,
    properties: {
      ...(base.properties as object),
      symptoms: { ...own.symptoms, items: someName(of("symptom")) },
      matches: { ...own.matches, items: diagnosis },
      "set-aside": { ...own["set-aside"], items: diagnosis },
      "all-clear": { ...own["all-clear"], items: oneOfNames(of("all-clear"), complaint) },
      "does-not-match": { ...own["does-not-match"], items: any },
      "cannot-tell": { ...own["cannot-tell"], items: any },
      "must-not-match": {
        type: "object",
        minProperties: 1,
        description: own["must-not-match"].description,
        allOf: [{ additionalProperties: false, errorMessage: complaint, properties: reasons(rules) }],
      },
      top: { ...diagnosis, description: own.top.description },
      next: { ...own.next, items: nextSteps(asks, facts) },
    },
    definitions: { diagnosis: oneOfNames(of("fault", "advisory"), complaint) },
  };
}

/** Each rule may stand as a key, with the reason why it would be wrong. */
function reasons(rules: readonly Rule[]): object {
  const { description, ...reason } = format.properties["must-not-match"].additionalProperties;
  return Object.fromEntries(
    rules.map(({ id, title }) => [id, { ...reason, description: `${title}. ${description}` }]),
  );
}

function nextSteps(asks: Rulebook["asks"], facts: Rulebook["facts"]): Schema {
  const names = [
    ...Object.values(asks).map(({ id, title }) => ({ name: id, about: title })),
    ...Object.values(facts).map((fact) => ({ name: fact.id, about: aboutFact(fact) })),
  ];
  return oneOfNames(names, `There is no such way of asking, and no such fact. ${orNewer}`);
}
