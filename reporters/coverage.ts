import type { CoveredCondition, CoveredSubject } from "../schemas/trial.ts";
import { type ExplanationLine, explanation } from "./explanation.ts";
import { safeLine } from "./safe-text.ts";

const outcomesOfEach = 3;

/** The numbers first, then for each rule and fact the outcomes that no example and no case brings about. */
export function coverageText(subjects: readonly CoveredSubject[]): string {
  const conditions = subjects.flatMap((subject) => subject.conditions);
  const onFacts = conditions.filter(({ rowsOf }) => rowsOf === null);
  const onRows = conditions.filter(({ rowsOf }) => rowsOf !== null);
  const gaps = subjects.filter((subject) => seenIn(subject.conditions).seen < seenIn(subject.conditions).all);
  const lines = [
    `Conditions: ${share(conditions)} of their outcomes (true, false, unknown) were seen.`,
    `  tests of facts and lists: ${share(onFacts)}`,
    `  tests of single rows:     ${share(onRows)}`,
    `  rules and facts without a gap: ${subjects.length - gaps.length} of ${subjects.length}`,
  ];
  return `${lines.join("\n")}\n${gaps.map(subjectText).join("")}`;
}

/** How many of the outcomes of the conditions were seen, in percent and rounded down: 100 means all. */
export function coveragePercent(subjects: readonly CoveredSubject[]): number {
  return percent(seenIn(subjects.flatMap(({ conditions }) => conditions)));
}

interface Count {
  readonly seen: number;
  readonly all: number;
}

function seenIn(conditions: readonly CoveredCondition[]): Count {
  const all = conditions.length * outcomesOfEach;
  return { all, seen: conditions.reduce((left, { unseen }) => left - unseen.length, all) };
}

const percent = ({ seen, all }: Count): number => (all === 0 ? 100 : Math.floor((100 * seen) / all));

function share(conditions: readonly CoveredCondition[]): string {
  const count = seenIn(conditions);
  return `${count.seen} of ${count.all} (${percent(count)} %)`;
}

function subjectText({ kind, id, file, conditions }: CoveredSubject): string {
  const gaps = conditions.filter(({ unseen }) => unseen.length > 0);
  const head = `\n${kind} ${safeLine(id)}  ${safeLine(file)}  ${share(conditions)}\n`;
  return `${head}${explanation(gaps.map(gapLine))}`;
}

function gapLine({ place, words, rowsOf, unseen }: CoveredCondition): ExplanationLine {
  const never = unseen.map((truth) => (truth === "unknown" ? "not known" : String(truth))).join(", ");
  const where = rowsOf === null ? "" : ` on a row of ${rowsOf}`;
  return { depth: 1, text: `${place.line}:${place.column} never ${never}${where}: ${words}` };
}
