import type { FactDefinition, FieldDefinition, Rule, ScalarShape } from "../../rulebook/rulebook.ts";
import { typeInWords } from "../../rulebook/words.ts";
import type { Name } from "./names.ts";

/** What an editor shows of a fact: what it says, and then what can be written for it. */
export const aboutFact = (fact: FactDefinition): string =>
  fact.kind === "list"
    ? `${fact.description} (list with the fields ${Object.keys(fact.fields).join(", ")})`
    : aboutValue(fact);

export const aboutValue = (
  value: FieldDefinition | (ScalarShape & { readonly description: string }),
): string => `${value.description} (${typeInWords(value)}${value.orNone ? ", may be none" : ""})`;

export const factNames = (facts: readonly FactDefinition[]): readonly Name[] =>
  facts.map((fact) => ({ name: fact.id, about: aboutFact(fact) }));

export const ruleNames = (rules: readonly Rule[]): readonly Name[] =>
  rules.map(({ id, title, kind }) => ({ name: id, about: `${title} (${kind})` }));

/** The end of every complaint about a name: what to do where the name is right. */
export const orNewer =
  'Ctrl+Space shows what there is. What is newer than this list counts after "connector-doctor schema".';
