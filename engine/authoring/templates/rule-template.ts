import type { RuleKind } from "../../../schemas/fact-types.ts";
import { reportedSymptoms } from "../../reported-symptoms.ts";
import type { FactDefinition } from "../../rulebook/rulebook.ts";
import { flowYaml } from "../../trial/mutation/flow-yaml.ts";
import { conditionYaml, type FirstCondition, firstCondition } from "./first-condition.ts";
import type { Given } from "./ruled-out.ts";
import { comment, schemaLine, yamlText } from "./yaml-text.ts";

export interface RuleDraft {
  readonly id: string;
  readonly area: string;
  readonly kind: RuleKind;
  /** null: a text that is to be replaced. */
  readonly title: string | null;
  readonly facts: readonly FactDefinition[];
  /** Of an all-clear in an area with faults: what rules all of them out, and what does not. */
  readonly ruledOut: { readonly given: Given; readonly broken: Given } | null;
  /** As 2026-11-20. */
  readonly today: string;
}

export type Template = { readonly text: string } | { readonly useless: string };

/** A rule that lint and test find in order, with comments on what to write in place of what stands there. */
export function ruleTemplate(draft: RuleDraft): Template {
  const { kind, facts } = draft;
  const condition =
    kind === "symptom" && facts.length === 0 ? reported(draft) : firstCondition(facts, draft.ruledOut?.given);
  if ("useless" in condition) return condition;
  const parts = [
    schemaLine("../.schema/rule.schema.json"),
    comment(
      "This rule passes lint and test as it stands. Write what is meant in place of it, and run both again.",
    ),
    "",
    head(draft),
    ...(draft.kind === "symptom" ? [said(draft)] : []),
    when(draft, condition),
    ...(isDiagnosis(draft.kind) ? [because(draft), fix, references(draft)] : []),
    examples(draft, condition),
  ];
  return { text: `${parts.join("\n")}\n` };
}

const isDiagnosis = (kind: RuleKind): boolean => kind === "fault" || kind === "advisory";

function reported({ id }: RuleDraft): FirstCondition {
  return {
    tests: [{ fact: reportedSymptoms, test: `{ name: ${id} }`, isList: true }],
    fits: [`${reportedSymptoms}: [{ name: ${id} }]`],
    fails: `${reportedSymptoms}: none`,
  };
}

const headlines: Record<RuleKind, string> = {
  fault: "Say in one sentence what is broken",
  advisory: "Say in one sentence what should be better",
  symptom: "Say in one sentence what the caller sees",
  "all-clear": "Say in one sentence what is sound",
};

function head({ id, kind, title }: RuleDraft): string {
  const headline = title ?? `${headlines[kind]} (${id})`;
  const judged = [
    comment("How bad it is for the users: critical, high, medium, low or info."),
    `severity: ${kind === "fault" ? "medium" : "low"}`,
    comment("How sure the diagnosis is when the condition holds: certain, likely or possible."),
    "confidence: likely",
  ];
  return [
    comment("The name of this file: a noun phrase in the failing state."),
    `id: ${id}`,
    comment("The headline of the report, for a customer to understand."),
    `title: ${yamlText(headline)}`,
    ...(kind === "fault" ? [] : [`kind: ${kind}`]),
    ...(isDiagnosis(kind) ? judged : []),
  ].join("\n");
}

function said({ id }: RuleDraft): string {
  return [
    comment("Texts that the caller reads to you from the screen, as they stand there."),
    `said:\n  - The text on the screen (${id})`,
  ].join("\n");
}

function when({ kind, area, ruledOut }: RuleDraft, { tests }: FirstCondition): string {
  const hints: Record<RuleKind, string> = {
    fault:
      "What must be so. Several lines mean all of them; for one or the other write any: and under it a list. Ctrl+Space shows the facts, and what each can be compared with.",
    advisory: "What must be so. Several lines mean all of them.",
    symptom: "What the caller reports. This stays as it is.",
    "all-clear":
      "What proves it. ruled-out stands for every fault of the area, so that nothing is called sound that nobody looked at.",
  };
  const others = ruledOut === null ? [] : [`ruled-out: { area: ${area} }`];
  const yaml =
    tests.length === 0 && others[0] !== undefined ? `  ${others[0]}` : conditionYaml(tests, others);
  return `${comment(hints[kind])}\nwhen:\n${yaml}`;
}

function because({ facts }: RuleDraft): string {
  const printable = facts.find(({ kind }) => kind === "scalar");
  const seen = printable === undefined ? "" : ` Seen was {{ ${printable.id} }}.`;
  return [
    comment("Why that is a fault: how the one thing leads to the other. {{ fact }} prints what was seen."),
    `because: >-\n  Say here why that is a fault.${seen}`,
  ].join("\n");
}

const fix = `${comment("What to do, one action a step, beginning with a verb. The riskiest step comes last; it may say risk: too.")}
fix:
  - do: Say here what to do.
    who: say here who does it
    expect: Say here how to know that it worked.`;

function references({ today }: RuleDraft): string {
  return `${comment("Where it is written down, and the date of the page.")}
references:
  - title: The title of the page
    url: https://example.com/replace-this
    dated: "${today}"`;
}

function examples({ ruledOut }: RuleDraft, { fits, fails }: FirstCondition): string {
  const matches = ruledOut === null ? fits : [...linesOf(ruledOut.given), ...fits];
  const otherwise = ruledOut === null ? [fails] : linesOf(ruledOut.broken);
  return [
    comment("Each entry is all that is known in one case; what it leaves out is not known."),
    "examples:",
    "  matches:",
    entry(matches),
    "  does-not-match:",
    entry(otherwise),
  ].join("\n");
}

const entry = ([first, ...others]: readonly string[]): string =>
  [`    - ${first}`, ...others.map((line) => `      ${line}`)].join("\n");

const linesOf = ({ facts, now }: Given): readonly string[] => [
  ...Object.entries(facts).map(([fact, value]) => `${fact}: ${flowYaml(value)}`),
  ...(now === null ? [] : [`now: "${now}"`]),
];
