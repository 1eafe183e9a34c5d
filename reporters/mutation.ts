import { type MutatedRule, mostWaivedPercent, type Survivor } from "../schemas/trial.ts";
import { counted } from "./document/count.ts";
import { type ExplanationLine, explanation } from "./explanation.ts";
import { safeBlock, safeLine } from "./safe-text.ts";

/** The numbers first, then for each rule the changes that nothing notices, as lines of its file. */
export function mutationText(rules: readonly MutatedRule[]): string {
  const open = rules.filter(
    ({ survivors, skipped, waiverTroubles }) =>
      survivors.length + waiverTroubles.length > 0 || skipped !== null,
  );
  const { tried, killed, waived } = sums(rules);
  const lines = [
    `Mutants: ${killed} of ${tried} noticed (${mutationPercent(rules)} %), ${counted(tried - killed, "survivor")}, ${waived} waived.`,
    ...(waivesTooMuch(rules)
      ? [`  ${waived} of ${tried + waived} are waived; at most ${mostWaivedPercent} % may be.`]
      : []),
    `  rules without a survivor: ${rules.length - open.length} of ${rules.length}`,
  ];
  return `${lines.join("\n")}\n${open.map(ruleText).join("")}`;
}

/** Noticed mutants in percent, rounded down: 100 means all. */
export function mutationPercent(rules: readonly MutatedRule[]): number {
  const { tried, killed } = sums(rules);
  return percent(killed, tried);
}

export function waivesTooMuch(rules: readonly MutatedRule[]): boolean {
  const { tried, waived } = sums(rules);
  return waived * 100 > mostWaivedPercent * (tried + waived);
}

function sums(rules: readonly MutatedRule[]): Pick<MutatedRule, "tried" | "killed" | "waived"> {
  const sum = (key: "tried" | "killed" | "waived") => rules.reduce((all, rule) => all + rule[key], 0);
  return { tried: sum("tried"), killed: sum("killed"), waived: sum("waived") };
}

const percent = (part: number, all: number): number => (all === 0 ? 100 : Math.floor((100 * part) / all));

function ruleText({ rule, file, skipped, tried, killed, survivors, waiverTroubles }: MutatedRule): string {
  const head = `\nrule ${safeLine(rule)}  ${safeLine(file)}`;
  if (skipped !== null) return `${head}\n${sentence(`Nothing can be said: ${skipped}.`)}`;
  const troubles = waiverTroubles.map(
    (trouble) => `  ${trouble.place.line}:${trouble.place.column}\n${sentence(trouble.sentence)}`,
  );
  const score = `${killed} of ${tried} noticed (${percent(killed, tried)} %)`;
  return `${head}  ${score}\n${troubles.join("")}${survivors.map(survivorText).join("")}`;
}

function survivorText({ name, place, before, after }: Survivor): string {
  const indent = sharedIndent([...before, ...after]);
  const marked = (mark: string, lines: readonly string[]) =>
    lines.map((line) => `    ${mark} ${safeBlock(line.slice(indent))}\n`).join("");
  const title: readonly ExplanationLine[] = [{ depth: 1, text: `${place.line}:${place.column}  ${name}` }];
  return `${explanation(title)}${marked("-", before)}${marked("+", after)}`;
}

const sharedIndent = (lines: readonly string[]): number =>
  Math.min(...lines.map((line) => line.length - line.trimStart().length));

const sentence = (text: string): string => explanation([{ depth: 2, text }]);
