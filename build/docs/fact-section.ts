import type {
  FactDefinition,
  ListFact,
  Rulebook,
  ScalarFact,
  ScalarShape,
} from "../../engine/rulebook/rulebook.ts";
import { typeInWords } from "../../engine/rulebook/words.ts";
import type { CollectSource } from "../../schemas/generated/types.ts";
import { askLink } from "./asks-section.ts";
import { derivedInWords, listed, pairsInWords, scalarInWords } from "./derived-in-words.ts";
import { cell, name, prose, table } from "./table.ts";

export function factSection(fact: FactDefinition, rulebook: Rulebook): string {
  const parts = [
    `### ${name(fact.id)}`,
    fact.kind === "list" ? typeOfList(fact) : typeOf(fact),
    prose(fact.description),
    ...(fact.kind === "list" ? [] : otherWords(fact)),
    ...(fact.kind === "list" ? [fieldsTable(fact)] : []),
    ...waysOf(fact, rulebook),
  ];
  return parts.join("\n\n");
}

/** The facts that one picked row gives, in one section. */
export function recordSection(id: string, parts: readonly ScalarFact[], rulebook: Rulebook): string {
  const [first] = parts;
  const about = first?.description.split(": ")[0] ?? "";
  const rows = parts.map((part) => [
    name(part.id),
    typeOf(part),
    cell(part.description.slice(part.description.indexOf(": ") + 2)),
  ]);
  const derived = first?.derived ? derivedInWords(first.derived, first, rulebook) : "";
  return [
    `### ${name(id)}`,
    prose(`${about}.`),
    table(["fact", "type", "what it says"], rows),
    `Follows from others: ${prose(derived)}`,
  ].join("\n\n");
}

function typeOf(shape: ScalarShape & { readonly sensitive?: boolean }): string {
  const none = shape.orNone ? ", or none" : "";
  const sensitive = shape.sensitive === true ? "; names people, hosts or tenants" : "";
  return `${typeInWords(shape)}${none}${sensitive}`;
}

/** Only facts: in the table of fields it would take the place of what a field says. */
function otherWords({ alsoWritten }: ScalarShape): string[] {
  const words = Object.entries(alsoWritten).map(([word, value]) => `${name(word)} for ${name(value)}`);
  return words.length === 0 ? [] : [`In any capitals, and also: ${words.join(", ")}.`];
}

function typeOfList({ key, coveredBy }: ListFact): string {
  const rows = key.length > 0 ? `one row for each ${listed(key.map(name))}` : "every row stands for itself";
  const slices = coveredBy.length > 0 ? `; covered by ${listed(coveredBy.map(name))}` : "";
  return `list, ${rows}${slices}`;
}

function fieldsTable({ fields }: ListFact): string {
  const rows = Object.entries(fields).map(([field, shape]) => {
    const derived = shape.derived ? ` Follows from the row: ${scalarInWords(shape.derived)}` : "";
    return [name(field), typeOf(shape), cell(`${shape.description}${derived}`)];
  });
  return table(["field", "type", "what it says"], rows);
}

function waysOf(fact: FactDefinition, rulebook: Rulebook): string[] {
  const derived = derivationOf(fact, rulebook);
  if (derived !== null) return [`Follows from others: ${prose(derived)}`];
  const lines = [
    ...fact.collect.map((way) => `Read from ${prose(collectInWords(way))}`),
    ...fact.ask.map((id) => `By hand: ${askLink(id, rulebook)}`),
  ];
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")];
}

function derivationOf(fact: FactDefinition, rulebook: Rulebook): string | null {
  if (fact.derived === null) return null;
  return fact.kind === "list"
    ? pairsInWords(fact.derived, rulebook)
    : derivedInWords(fact.derived, fact, rulebook);
}

function collectInWords(way: CollectSource): string {
  switch (way.kind) {
    case "xml-element":
      return `${way.element} of an XML file whose root element is ${way.root}.`;
    case "certificates":
      return "certificate files.";
    case "events": {
      const channels = way.channels === undefined ? "" : ` of the log ${way.channels.join(" or ")}`;
      const providers = way.providers === undefined ? "" : ` written by ${way.providers.join(" or ")}`;
      return `event exports${channels}${providers}.`;
    }
  }
}
