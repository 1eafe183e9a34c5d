import type { Findings } from "./findings.ts";
import { arrowsOf, type ChartDocument, isFirst } from "./flowchart.ts";
import { keyOf, rootOf } from "./parse/document.ts";
import { listed, quoted } from "./words.ts";

/** Warns of charts and steps that nobody comes to, and of steps that nobody comes away from. */
export function warnOfWays(documents: readonly ChartDocument[], findings: Findings): void {
  const starts = startsOfCharts(documents);
  const steps = documents.flatMap((document) => stepsOf(document, starts));
  const first = documents.filter(isFirst);
  const fromFirst = first.flatMap((document) => starts.get(document.value.id ?? "") ?? startOf(document));
  const reached = reachedFrom(fromFirst, steps);
  const ending = reachedFrom(steps.filter(({ isEnd }) => isEnd).map(keyOfStep), turnedRound(steps));
  const caught = new Set(
    withoutWaysIn(steps.filter((step) => reached.has(keyOfStep(step)) && !ending.has(keyOfStep(step)))),
  );
  for (const [document, own] of ownSteps(steps)) {
    if (startOf(document).length === 0) continue;
    if (!startOf(document).some((start) => reached.has(start))) {
      warnOfChart(document, findings);
      continue;
    }
    warnOfSteps(own, reached, findings);
    warnOfCircle(
      own.filter((step) => caught.has(step)),
      findings,
    );
  }
}

/** Of steps that nobody comes away from those that somebody comes to again, not those that only lead there. */
function withoutWaysIn(steps: readonly Step[]): Iterable<Step> {
  const left = new Map(steps.map((step) => [keyOfStep(step), step]));
  const waysTo = new Map<string, number>();
  const count = (key: string, by: number) => waysTo.set(key, (waysTo.get(key) ?? 0) + by);
  for (const { next } of steps) for (const key of next) count(key, 1);
  const lonely = [...left.keys()].filter((key) => !waysTo.has(key));
  for (const key of lonely) {
    for (const next of left.get(key)?.next ?? []) {
      count(next, -1);
      if (waysTo.get(next) === 0) lonely.push(next);
    }
    left.delete(key);
  }
  return left.values();
}

interface Step {
  readonly document: ChartDocument;
  readonly index: number;
  readonly id: string;
  readonly next: readonly string[];
  /** Here a walk ends; one that leads to what is not there may end, too, and that is told already. */
  readonly isEnd: boolean;
}

/** No id has a line break. */
const keyFor = ({ file }: ChartDocument, step: string): string => `${file.pack}\n${file.path}\n${step}`;
const keyOfStep = ({ document, id }: Step): string => keyFor(document, id);

const startOf = (document: ChartDocument): readonly string[] =>
  document.value.start === undefined ? [] : [keyFor(document, document.value.start)];

/** By the id of a chart; of several charts with one id each counts. */
function startsOfCharts(documents: readonly ChartDocument[]): ReadonlyMap<string, readonly string[]> {
  const starts = new Map<string, string[]>();
  for (const document of documents) {
    const { id } = document.value;
    if (id !== undefined) starts.set(id, [...(starts.get(id) ?? []), ...startOf(document)]);
  }
  return starts;
}

function stepsOf(document: ChartDocument, starts: ReadonlyMap<string, readonly string[]>): readonly Step[] {
  const steps = document.value.steps ?? [];
  const ids = new Set(steps.map(({ id }) => id));
  return steps.map((step, index) => {
    const next = arrowsOf(step).map(([, arrow]) => {
      if (typeof arrow === "string") return ids.has(arrow) ? [keyFor(document, arrow)] : [];
      return starts.get(arrow.chart) ?? [];
    });
    const isEnd = "end" in step || next.some((targets) => targets.length === 0);
    return { document, index, id: step.id, next: next.flat(), isEnd };
  });
}

function ownSteps(steps: readonly Step[]): ReadonlyMap<ChartDocument, readonly Step[]> {
  const own = new Map<ChartDocument, Step[]>();
  for (const step of steps) {
    const found = own.get(step.document) ?? [];
    found.push(step);
    own.set(step.document, found);
  }
  return own;
}

type Way = Pick<Step, "next"> & { readonly key: string };

function reachedFrom(starts: readonly string[], steps: readonly (Step | Way)[]): ReadonlySet<string> {
  const nextOf = new Map(steps.map((step) => ["key" in step ? step.key : keyOfStep(step), step.next]));
  const reached = new Set(starts);
  for (const key of reached) for (const next of nextOf.get(key) ?? []) reached.add(next);
  return reached;
}

/** The same ways walked backwards. */
function turnedRound(steps: readonly Step[]): readonly Way[] {
  const before = new Map<string, string[]>();
  for (const step of steps) {
    for (const next of step.next) {
      const own = before.get(next) ?? [];
      own.push(keyOfStep(step));
      before.set(next, own);
    }
  }
  return [...before].map(([key, next]) => ({ key, next }));
}

function warnOfChart(document: ChartDocument, findings: Findings): void {
  const id = document.value.id ?? document.file.path;
  findings.warning(
    keyOf(rootOf(document), "id"),
    "chart-not-reached",
    `No way leads into the flowchart ${quoted(id)}.`,
    `Let a step of flowchart.yaml lead into it, for example with then: { chart: ${id} }, or delete it.`,
  );
}

function warnOfSteps(steps: readonly Step[], reached: ReadonlySet<string>, findings: Findings): void {
  for (const step of steps) {
    if (reached.has(keyOfStep(step))) continue;
    findings.warning(
      keyOf(rootOf(step.document), "steps", step.index, "id"),
      "step-not-reached",
      `No way leads to the step ${quoted(step.id)}.`,
      "Let another step name it, or delete it.",
    );
  }
}

/** One warning a chart: whoever comes to the first of these steps comes to the others. */
function warnOfCircle(steps: readonly Step[], findings: Findings): void {
  const [first] = steps;
  if (first === undefined) return;
  findings.warning(
    keyOf(rootOf(first.document), "steps", first.index, "id"),
    "way-without-end",
    `From ${listed(steps.map(({ id }) => quoted(id)))} no way leads to an end.`,
    "Let one of these steps lead to a step with end.",
  );
}
