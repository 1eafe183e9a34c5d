import type { FactDefinition, Rulebook, ScalarFact } from "../../engine/rulebook/rulebook.ts";
import { asksSection } from "./asks-section.ts";
import { factSection, recordSection } from "./fact-section.ts";

const introduction = `# Facts

What a rule of the shipped pack may use, and what you may write into a [fact file](fact-files.md). Every fact says how
a person gets it. A fact that nobody gave is *not known*; that is neither \`none\` (somebody looked, and there is no such
thing) nor \`false\`. A fact that follows from others is worked out by the tool, and is not written into a fact file.

This page is made from the pack by \`npm run docs\`; changes that are made here are lost.`;

/** docs/facts.md */
export function factsPage(rulebook: Rulebook): string {
  const groups = grouped(Object.values(rulebook.facts), ({ id }) => id.split(".")[0] ?? id);
  const links = [...groups.keys()].map((group) => `[${group}](#${group})`);
  const contents = [...links, "[how to get facts by hand](#how-to-get-facts-by-hand)"].join(" · ");
  const sections = [...groups].map(([group, facts]) => groupSection(group, facts, rulebook));
  return `${[introduction, contents, ...sections, asksSection(rulebook)].join("\n\n")}\n`;
}

function groupSection(group: string, facts: readonly FactDefinition[], rulebook: Rulebook): string {
  const rows = grouped(facts.filter(isPicked), ({ id }) => id.slice(0, id.lastIndexOf(".")));
  const single = facts.filter((fact) => !isPicked(fact));
  const sections = [
    ...single.map((fact) => ({ id: fact.id, text: factSection(fact, rulebook) })),
    ...[...rows].map(([id, parts]) => ({ id, text: recordSection(id, parts, rulebook) })),
  ];
  const sorted = sections.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ text }) => text);
  return [`## ${group}`, ...sorted].join("\n\n");
}

const isPicked = (fact: FactDefinition): fact is ScalarFact =>
  fact.kind === "scalar" && fact.derived?.kind === "picked";

/** In the order of first appearance. */
function grouped<Item>(items: readonly Item[], groupOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groupOf(item);
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return groups;
}
