import type { Rule, Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { Reference } from "../../schemas/generated/types.ts";
import { cell, name, prose, table } from "./table.ts";

const introduction = `# Rules

What the shipped pack can find, by area. The id of a rule is the name of its file in
\`rules/entra-private-network-connector/<area>/\`, and what \`explain\` and \`--rule\` want. The numbers lead to the pages
where it is written down.

This page is made from the pack by \`npm run docs\`; changes that are made here are lost.`;

/** docs/rules.md */
export function rulesPage(rulebook: Rulebook): string {
  const references = distinctReferences(rulebook);
  const areas = Object.entries(rulebook.areas).flatMap(([area, title]) => {
    const rules = rulebook.rules.filter((rule) => rule.area === area);
    return rules.length === 0 ? [] : [areaSection(title, rules, references)];
  });
  return `${[introduction, countLine(rulebook), ...areas, referencesSection(references)].join("\n\n")}\n`;
}

function countLine({ rules }: Rulebook): string {
  const count = (kind: Rule["kind"]): number => rules.filter((rule) => rule.kind === kind).length;
  return `${rules.length} rules: ${count("fault")} faults, ${count("advisory")} advisories, ${count("symptom")} symptoms that a caller may report, and ${count("all-clear")} all-clears, which prove something sound.`;
}

function areaSection(title: string, rules: readonly Rule[], references: readonly Reference[]): string {
  const diagnoses = rules.filter(({ kind }) => kind === "fault" || kind === "advisory");
  const symptoms = rules.filter(({ kind }) => kind === "symptom");
  const allClears = rules.filter(({ kind }) => kind === "all-clear");
  return [
    `## ${prose(title)}`,
    ...(diagnoses.length > 0 ? [diagnosesTable(diagnoses, references)] : []),
    ...(symptoms.length > 0 ? [symptomsTable(symptoms)] : []),
    ...(allClears.length > 0 ? [allClearsTable(allClears)] : []),
  ].join("\n\n");
}

function diagnosesTable(rules: readonly Rule[], references: readonly Reference[]): string {
  const rows = rules.map((rule) => [
    `${cell(rule.title)}<br>${name(rule.id)}`,
    rule.kind === "advisory" ? `${rule.severity}, advice` : rule.severity,
    rule.surer === null ? rule.confidence : `${rule.confidence}, or ${rule.surer.confidence}`,
    relationsOf(rule),
    numbersOf(rule, references),
  ]);
  return table(["diagnosis", "severity", "confidence", "explains; stands to others", "read"], rows);
}

/** What the rule brings about, and where it stands among the others. */
function relationsOf({ explains, refines, setAsideBy }: Rule): string {
  return [
    ...(explains.length > 0 ? [explains.map(name).join(", ")] : []),
    ...(refines === null ? [] : [`says more than ${name(refines)}`]),
    ...(setAsideBy === null ? [] : [`history if ${name(setAsideBy)}`]),
  ].join("; ");
}

function symptomsTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, title, said }) => [
    cell(title),
    name(id),
    said.map((text) => `“${cell(text)}”`).join(", "),
  ]);
  return table(["symptom", "for --symptom", "or the words on the screen"], rows);
}

function allClearsTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, title, because }) => [
    `${cell(title)}<br>${name(id)}`,
    cell(because.replaceAll(placeholder, "$1")),
  ]);
  return table(["proved sound", "because"], rows);
}

/** Here there is no case, so no values: a fact stands for itself. */
const placeholder = /\{\{ *([a-z0-9.-]+) *\}\}/g;

/** By address and edition. */
function distinctReferences({ rules }: Rulebook): readonly Reference[] {
  const byPage = new Map(rules.flatMap(({ references }) => references.map((each) => [keyOf(each), each])));
  return [...byPage].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference);
}

const keyOf = ({ title, url, dated }: Reference): string => `${title}\n${url}\n${dated}`;

function numbersOf(rule: Rule, references: readonly Reference[]): string {
  return rule.references
    .map((reference) => {
      const number = references.findIndex((each) => keyOf(each) === keyOf(reference)) + 1;
      return `[${number}](${reference.url})`;
    })
    .join(" ");
}

function referencesSection(references: readonly Reference[]): string {
  const lines = references.map(
    ({ title, url, dated }, index) => `${index + 1}. [${prose(title)}](${url}), edition of ${dated}`,
  );
  return ["## Where it is written down", lines.join("\n")].join("\n\n");
}
