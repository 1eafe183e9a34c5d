import type { FlowchartFile, StepSource } from "../../schemas/generated/types.ts";
import { compileCondition } from "./condition/compile-condition.ts";
import { isRule } from "./condition/rule-test.ts";
import type { Scope } from "./condition/scope.ts";
import { inside, keyOf, type PackDocument, rootOf, type Spot } from "./parse/document.ts";
import type { Flowchart, FlowchartNode } from "./rulebook.ts";
import { didYouMean, quoted } from "./words.ts";

/** The steps of flowchart.yaml by id; null where it cannot be walked. */
export function flowchartFrom(
  document: PackDocument<Partial<FlowchartFile>>,
  scope: Scope,
): Flowchart | null {
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
  warnOfUnreached(start, steps, root, scope);
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
  for (const [key, next] of arrowsOf(step)) checkStep(next, ids, inside(spot, key), scope);
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

function arrowsOf(step: StepSource): readonly (readonly [string, string])[] {
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

function warnOfUnreached(start: string, steps: readonly StepSource[], root: Spot, { findings }: Scope): void {
  const nextOf = new Map(steps.map((step) => [step.id, arrowsOf(step).map(([, next]) => next)]));
  const reached = new Set([start]);
  for (const id of reached) for (const next of nextOf.get(id) ?? []) reached.add(next);
  for (const [index, { id }] of steps.entries()) {
    if (reached.has(id)) continue;
    findings.warning(
      keyOf(root, "steps", index, "id"),
      "step-not-reached",
      `No way leads to the step ${quoted(id)}.`,
      "Let another step name it, or delete it.",
    );
  }
}
