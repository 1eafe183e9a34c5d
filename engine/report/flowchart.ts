import type { FlowchartPath, FlowchartStep, FlowchartStop } from "../../schemas/generated/types.ts";
import type { Condition } from "../condition.ts";
import type { Flowchart, FlowchartNode } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";

/**
 * The path through the chart. It stops at an action that a diagnosis belongs to, at a question that cannot be
 * answered, at an end, and before it would come to a step for the second time.
 */
export function walkFlowchart(
  chart: Flowchart,
  judge: (condition: Condition) => Truth,
  isDiagnosed: (rule: string) => boolean,
): FlowchartPath {
  const path: FlowchartStep[] = [];
  const visited = new Set<string>();
  let node = stepOf(chart, chart.start);
  for (;;) {
    visited.add(node.id);
    const answer = node.kind === "question" ? judge(node.when) : null;
    path.push(taken(node, answer));
    const found = node.rules.filter(isDiagnosed);
    const stop = (why: FlowchartStop["why"]): FlowchartPath => ({
      id: chart.id,
      title: chart.title,
      path,
      stoppedAt: stopped(node, why, found),
    });
    if (answer === "unknown") return stop("not-known");
    if (node.kind === "action" && found.length > 0) return stop("rule-matches");
    const next = following(node, answer);
    if (next === null || visited.has(next)) return stop("end");
    node = stepOf(chart, next);
  }
}

function stepOf(chart: Flowchart, id: string): FlowchartNode {
  const node = Object.hasOwn(chart.steps, id) ? chart.steps[id] : undefined;
  if (node === undefined) throw new Error(`The flowchart ${chart.id} has no step ${id}.`);
  return node;
}

function following(node: FlowchartNode, answer: Truth | null): string | null {
  if (node.kind === "question") return answer === true ? node.ifYes : node.ifNo;
  return node.kind === "action" ? node.then : null;
}

const answers = { true: "yes", false: "no", unknown: "not-known" } as const;

function taken(node: FlowchartNode, answer: Truth | null): FlowchartStep {
  const says = node.kind !== "question" || answer === "unknown" ? null : answer === true ? node.yes : node.no;
  return {
    step: node.id,
    ...(node.number !== null && { number: node.number }),
    kind: node.kind,
    text: textOf(node),
    answer: answer === null ? "none" : answers[`${answer}`],
    ...(says !== null && { says }),
    inferred: node.inferred,
  };
}

function textOf(node: FlowchartNode): string {
  if (node.kind === "question") return node.ask;
  return node.kind === "action" ? node.do : node.end;
}

function stopped(node: FlowchartNode, why: FlowchartStop["why"], rules: string[]): FlowchartStop {
  return {
    step: node.id,
    ...(node.number !== null && { number: node.number }),
    why,
    rules,
    ...(why === "not-known" && { question: textOf(node) }),
  };
}
