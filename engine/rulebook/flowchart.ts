import type { FlowchartFile, StepSource } from "../../schemas/generated/types.ts";
import { compileCondition } from "./condition/compile-condition.ts";
import { isRule } from "./condition/rule-test.ts";
import type { Scope } from "./condition/scope.ts";
import { inside, type PackDocument, rootOf, type Spot } from "./parse/document.ts";
import type { Arrow, Flowchart, FlowchartNode } from "./rulebook.ts";
import { didYouMean, quoted } from "./words.ts";

export type ChartDocument = PackDocument<Partial<FlowchartFile>>;

/** The chart that a walk begins in; the others stand in flowcharts/, and a step has to lead into them. */
export const isFirst = ({ file }: ChartDocument): boolean => file.path === "flowchart.yaml";

/** The steps of one chart by id; null where it cannot be walked. */
export function flowchartFrom(document: ChartDocument, scope: Scope): Flowchart | null {
  const { id, title, start, steps } = document.value;
  if (id === undefined || title === undefined || start === undefined || steps === undefined) return null;
  const within: Scope = { ...scope, may: { known: true, rules: true } };
  const root = rootOf(document);
  const ids = new Set(steps.map((step) => step.id));
  const seen = new Set<string>();
  for (const [index, step] of steps.entries()) {
    if (seen.has(step.id))
      scope.findings.problem(
        inside(root, "steps", index, "id"),
        "duplicate-step",
        `There are two steps called ${quoted(step.id)}.`,
        "Rename one of them.",
      );
    seen.add(step.id);
  }
  checkStep(start, ids, inside(root, "start"), scope);
  const nodes = steps.map((step, index) => nodeFrom(step, ids, inside(root, "steps", index), within));
  const sound = nodes.filter((node) => node !== null);
  return { id, title: title.trim(), start, steps: Object.fromEntries(sound.map((node) => [node.id, node])) };
}

function nodeFrom(
  step: StepSource,
  ids: ReadonlySet<string>,
  spot: Spot,
  scope: Scope,
): FlowchartNode | null {
  for (const [index, rule] of (step.rules ?? []).entries()) isRule(rule, inside(spot, "rules", index), scope);
  for (const [key, next] of arrowsOf(step))
    if (typeof next === "string") checkStep(next, ids, inside(spot, key), scope);
  const common = {
    id: step.id,
    number: step.number ?? null,
    rules: step.rules ?? [],
    details: step.details?.trim() ?? null,
    inferred: step.source === "inferred",
  };
  if ("end" in step) return { ...common, kind: "end", end: step.end.trim() };
  // biome-ignore lint/suspicious/noThenProperty: the word of the file; it is a text and never awaited.
  if ("do" in step) return { ...common, kind: "action", do: step.do.trim(), then: step.then };
  const when = compileCondition(step.when, inside(spot, "when"), scope);
  if (when === null) return null;
  const words = { ask: step.ask.trim(), yes: step.yes?.trim() ?? null, no: step.no?.trim() ?? null };
  return { ...common, kind: "question", ...words, when, ifYes: step["if-yes"], ifNo: step["if-no"] };
}

/** The keys of a step that lead on, and where to. */
export function arrowsOf(step: StepSource): readonly (readonly [string, Arrow])[] {
  if ("end" in step) return [];
  if ("do" in step) return [["then", step.then]];
  return [
    ["if-yes", step["if-yes"]],
    ["if-no", step["if-no"]],
  ];
}

function checkStep(id: string, ids: ReadonlySet<string>, spot: Spot, { findings }: Scope): void {
  if (ids.has(id)) return;
  findings.problem(
    spot,
    "unknown-step",
    `There is no step called ${quoted(id)}.`,
    didYouMean(id, [...ids], "Add a step with this id."),
  );
}
