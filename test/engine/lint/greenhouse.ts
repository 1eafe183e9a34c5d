import { type Linted, lint } from "../../../engine/lint/lint.ts";
import type { PackFile } from "../../../engine/rulebook/source.ts";

/** A pack about a greenhouse in which lint finds nothing, until a test adds or changes a file. */
export type Files = Readonly<Record<string, string>>;

export const pack = "greenhouse";

const facts = `
air.celsius: { type: number, description: Temperature of the air., ask: [walk] }
air.humidity: { type: number, unit: percent, or: none, description: Humidity of the air., ask: [walk] }
pump.state: { type: one-of, values: [running, stopped, blocked], or: none, description: State of the pump., ask: [walk] }
pump.is-old: { type: boolean, description: The pump is old., ask: [walk] }
pump.firmware: { type: version, description: Its firmware., ask: [walk] }
pump.name: { type: text, or: none, description: What the label says., ask: [walk] }
pump.wanted-name: { type: text, description: What the plan says., ask: [walk] }
pump.serviced-at: { type: timestamp, or: none, description: When it was serviced., ask: [walk] }
pump.kind:
  type: one-of
  values: [small, large, none-of-ours]
  description: The kind of the pump.
  derived:
    cases:
      - { when: { pump.name: { starts-with: S- } }, value: small }
      - { when: { pump.name: { starts-with: L- } }, value: large }
      - { otherwise: none-of-ours }
beds:
  type: list
  description: The beds.
  of:
    number: number
    crop: [tomato, basil]
    owner: text
    litres: { type: number, or: none }
  key: [number]
  covered-by: [crop]
  ask: [walk]
beds.dry: { type: number, unit: count, description: Beds without water., derived: { count: beds, where: { litres: 0 } } }
`;

/** Reads every fact, so that none is left over. */
const everything = `id: everything
title: Everything at once
kind: all-clear
when:
  air.celsius: 7.25
  air.humidity: 81
  pump.state: running
  pump.is-old: false
  pump.firmware: "4.10.2"
  pump.name: S-17
  pump.wanted-name: S-17
  pump.serviced-at: { after: "2025-03-01T00:00:00Z" }
  pump.kind: small
  beds.dry: 0
  rule.bed-of-tomatoes: matches
examples:
  matches: [{ air.celsius: 7.25 }]
  does-not-match: [{ air.celsius: 7.5 }]
`;

const base: Files = {
  "pack.yaml": `id: greenhouse
version: "1.2.0"
title: Greenhouse
minimum-tool-version: "0.1.0"
maintainers: [The gardeners]
languages: [en]
areas:
  water: Water
  whole: The whole house
`,
  "asks.yaml": `walk:
  title: Walk through the house
  do: Walk through the house.
  look-for: What is wrong.
  who: a gardener
  minutes: 9
`,
  "facts/all.yaml": facts,
  "whole/everything.yaml": everything,
  "water/bed-of-tomatoes.yaml": ruleText(
    "bed-of-tomatoes",
    "{ some: beds, where: { crop: tomato } }",
    "beds: none",
  ),
};

/** The text of a rule with this condition, in one line. */
export function ruleText(id: string, when: string, example: string, more = ""): string {
  return `id: ${id}
title: ${id} is the case
severity: low
confidence: possible
${more}when: ${when}
because: It is so.
fix: [{ do: Call the gardener. }]
references: [{ title: Book of the house, url: "https://garden.contoso.example/book", dated: "2026-03-13" }]
examples:
  matches: [{ ${example} }]
  does-not-match: [{ ${example} }]
`;
}

/** The pack with other files; an empty one is left out. */
export function greenhouse(changes: Files = {}): readonly PackFile[] {
  return Object.entries({ ...base, ...changes }).flatMap(([path, text]) =>
    text === "" ? [] : [{ pack, path, shownAs: path, text }],
  );
}

export const lintGreenhouse = (changes: Files = {}): Promise<Linted> => lint(greenhouse(changes), [pack]);

/** What is found, each as `file:line:column code`. */
export async function found(changes: Files = {}): Promise<readonly string[]> {
  const { problems, warnings } = await lintGreenhouse(changes);
  return [...problems, ...warnings].map(
    ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
  );
}

/** One file with one text replaced, which must stand there once. */
export function changed(path: string, from: string, to: string): Files {
  const text = base[path] ?? "";
  if (text.split(from).length !== 2) throw new Error(`${path} does not hold ${JSON.stringify(from)} once.`);
  return { [path]: text.replace(from, () => to) };
}
