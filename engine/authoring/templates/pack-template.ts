import type { ScalarFact } from "../../rulebook/rulebook.ts";
import { factTemplate } from "./fact-template.ts";
import { ruleTemplate } from "./rule-template.ts";
import { comment, schemaLine, yamlText } from "./yaml-text.ts";

export interface PackDraft {
  readonly id: string;
  readonly title: string | null;
  /** The pack that it builds on; null: none. */
  readonly extends: string | null;
  readonly toolVersion: string;
  /** As 2026-11-20. */
  readonly today: string;
}

const area = "first-area";
const fact = "first-area.broken";
const ask = "look-there";

/** The files of a pack with one fact and one rule: path inside the pack to text. */
export function packTemplate(draft: PackDraft): Readonly<Record<string, string>> {
  const rule = ruleTemplate({
    id: "first-fault",
    area,
    kind: "fault",
    title: null,
    facts: [firstFact],
    ruledOut: null,
    today: draft.today,
  });
  if ("useless" in rule) throw new Error(`No rule can be made of ${rule.useless}.`);
  return {
    "pack.yaml": packFile(draft),
    "asks.yaml": asksFile,
    "facts/first-area.yaml": factTemplate({ id: fact, type: "boolean", ask: [ask], from: null }),
    [`${area}/first-fault.yaml`]: rule.text,
  };
}

const firstFact: ScalarFact = {
  kind: "scalar",
  id: fact,
  type: "boolean",
  values: [],
  alsoWritten: {},
  unit: null,
  orNone: false,
  message: false,
  description: "",
  ask: [ask],
  sensitive: false,
  collect: [],
  derived: null,
  settledBy: null,
};

function packFile({ id, title, extends: base, toolVersion }: PackDraft): string {
  return `${schemaLine(".schema/pack.schema.json")}
${comment("The name of this folder.")}
id: ${id}
version: "0.1.0"
${comment("The product that the pack knows.")}
title: ${yamlText(title ?? `Say here which product it is (${id})`)}
minimum-tool-version: "${toolVersion}"
maintainers: [Say here who answers for the pack]
${comment("The languages of the messages that rules look for in logs.")}
languages: [en]
${base === null ? "" : `${comment("The pack that this one builds on, with its facts, ways of asking and rules.")}\nextends: ${base}\n`}${comment("A folder of rules each, with its title.")}
areas:
  ${area}: Say here what the rules of this folder are about
${comment("Once an all-clear proves the whole product sound, name it: healthy-when: its-id. Exit code 0 depends on it.")}
`;
}

const asksFile = `${schemaLine(".schema/asks.schema.json")}
${comment("The ways of getting facts by hand. The report asks for them, and facts name them under ask.")}

${ask}:
  title: Say here in a few words what to do
  do: Say here what to do or where to look, in full sentences.
${comment("run: a command to copy; the tool never runs it", "  ")}
  look-for: Say here what to read there, and how to write it down.
  who: say here who can do it
  minutes: 5
`;
