import type { NextStep, Report, Undecided } from "../../schemas/generated/types.ts";
import { type Block, entry, type Inline, paragraph, type Words } from "./block.ts";
import { counted, firstOf } from "./count.ts";
import { missingText } from "./reasons.ts";

const rulesNamed = 5;
const furtherSteps = 2;
const missingShown = 5;

/** What nobody could decide, and the one step that would settle most of it. */
export function couldNotCheck(report: Report, verbose: boolean): readonly Block[] {
  const { undecided, nextSteps } = report;
  if (undecided.length === 0 && nextSteps.length === 0) return [];
  const [first, ...others] = nextSteps;
  const blocks = [
    ...(first === undefined ? [] : [bestStep(first, verbose), ...laterSteps(others, verbose)]),
    ...(verbose || first === undefined
      ? openRules(undecided, verbose)
      : [paragraph("For every rule and step, add ", { code: "--verbose" }, ".")]),
  ];
  const open = undecided.length === 0 ? "No fault is open." : `${counted(undecided.length, "rule")}.`;
  const lead = [
    `${open} ${first === undefined ? "No step is known that would settle them." : settles(first, report)}`,
  ];
  return [{ kind: "section", title: "COULD NOT BE CHECKED", tone: "open", lead, blocks }];
}

function settles(step: NextStep, { undecided, outcome }: Report): string {
  const number = step.settles.length;
  const all = number === undecided.length ? "all of them" : `${number} of them`;
  if (number === 0 || undecided.length === 0) return "The next step:";
  const what = undecided.length === 1 ? "it" : all;
  return outcome === "inconclusive"
    ? `Fetch this first, it could settle ${what}:`
    : `One step could settle ${what}:`;
}

function bestStep(step: NextStep, verbose: boolean): Block {
  return entry(
    [`${step.title} (${minutesText(step.minutes)}, ${step.who})`],
    ...(step.do.trim() === "" ? [] : [paragraph(step.do)]),
    ...(step.run === undefined ? [] : [{ kind: "command", text: step.run } as const]),
    ...(step.lookFor.trim() === "" ? [] : [paragraph(`Look for: ${step.lookFor}`)]),
    ...(step.settles.length === 0
      ? []
      : [paragraph("It could decide: ", ...codes(step.settles, verbose), ".")]),
  );
}

function laterSteps(steps: readonly NextStep[], verbose: boolean): readonly Block[] {
  const { shown, more } = firstOf(steps, verbose ? steps.length : furtherSteps);
  if (shown.length === 0) return [];
  const items = shown.map(
    (step): Words => [
      `${step.title} (${minutesText(step.minutes)}, ${step.who}): could settle ${counted(step.settles.length, "rule")}`,
    ],
  );
  const rest: Words[] = more === 0 ? [] : [[`and ${counted(more, "further step")}`]];
  return [paragraph("After that:"), { kind: "list", items: [...items, ...rest] }];
}

/** Every open rule with what it waits for; the first ones where no way of asking is known. */
function openRules(undecided: readonly Undecided[], verbose: boolean): readonly Block[] {
  if (undecided.length === 0) return [];
  const { shown, more } = firstOf(undecided, verbose ? undecided.length : rulesNamed);
  const items = shown.map((rule) => openRule(rule, verbose));
  const rest: Words[] = more === 0 ? [] : [[`and ${counted(more, "more rule")}`]];
  return [paragraph("They wait for:"), { kind: "list", items: [...items, ...rest] }];
}

function openRule({ rule, title, severity, missing }: Undecided, verbose: boolean): Words {
  const { shown, more } = firstOf(missing, verbose ? missing.length : missingShown);
  const waits = shown.map(missingText).join("; ");
  const rest = more === 0 ? "" : `; and ${more} more`;
  return [
    `${title} (`,
    { code: rule },
    `, ${severity}): `,
    waits === "" ? "what it waits for is not known" : `${waits}${rest}`,
  ];
}

function codes(rules: readonly string[], verbose: boolean): Words {
  const { shown, more } = firstOf(rules, verbose ? rules.length : rulesNamed);
  const names = shown.flatMap((code, index): Inline[] => (index === 0 ? [{ code }] : [", ", { code }]));
  return more === 0 ? names : [...names, ` and ${more} more`];
}

const minutesText = (minutes: number): string => (minutes === 1 ? "1 minute" : `${minutes} minutes`);
