import type { FlowchartPath, FlowchartStep, FlowchartStop } from "../../schemas/generated/types.ts";
import type { Condition } from "../condition.ts";
import type { Arrow, Flowchart, FlowchartNode, Flowcharts } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";

/** A step, and the chart that it stands in. */
interface Place {
  readonly chart: Flowchart;
  readonly node: FlowchartNode;
}

/**
 * The path through the charts, from the start of the first one. It stops at an action that a diagnosis belongs to, at a
 * question that cannot be answered, at an end, and before it would come to a step for the second time.
 */
export function walkFlowcharts(
  charts: Flowcharts,
  judge: (condition: Condition) => Truth,
  isDiagnosed: (rule: string) => boolean,
): FlowchartPath {
  const path: FlowchartStep[] = [];
  const passed = new Set<FlowchartNode>();
  const through = new Set<Flowchart>();
  const start = startOf(charts.first, charts);
  const end = (stoppedAt: FlowchartStop): FlowchartPath => ({
    ...titled(start.chart),
    charts: [...through].map(titled),
    path,
    stoppedAt,
  });
  for (let place = start; ; ) {
    const { chart, node } = place;
    passed.add(node);
    through.add(chart);
    const answer = node.kind === "question" ? judge(node.when) : null;
    path.push(taken(place, answer));
    const found = node.rules.filter(isDiagnosed);
    if (answer === "unknown") return end(stopped(place, "not-known", found));
    if (node.kind === "action" && found.length > 0) return end(stopped(place, "rule-matches", found));
    const arrow = following(node, answer);
    if (arrow === null) return end(stopped(place, "end", found));
    const next = placeOf(arrow, chart, charts);
    if (passed.has(next.node)) return end({ ...stopped(place, "went-round", found), backTo: named(next) });
    place = next;
  }
}

const titled = ({ id, title }: Flowchart) => ({ id, title });

function placeOf(arrow: Arrow, chart: Flowchart, charts: Flowcharts): Place {
  return typeof arrow === "string" ? { chart, node: stepOf(chart, arrow) } : startOf(arrow.chart, charts);
}

function startOf(id: string, { charts }: Flowcharts): Place {
  const chart = Object.hasOwn(charts, id) ? charts[id] : undefined;
  if (chart === undefined) throw new Error(`There is no flowchart ${id}.`);
  return { chart, node: stepOf(chart, chart.start) };
}

function stepOf(chart: Flowchart, id: string): FlowchartNode {
  const node = Object.hasOwn(chart.steps, id) ? chart.steps[id] : undefined;
  if (node === undefined) throw new Error(`The flowchart ${chart.id} has no step ${id}.`);
  return node;
}

function following(node: FlowchartNode, answer: Truth | null): Arrow | null {
  if (node.kind === "question") return answer === true ? node.ifYes : node.ifNo;
  return node.kind === "action" ? node.then : null;
}

/** Where a step stands, in the words of the report. */
function named({ chart, node }: Place): Pick<FlowchartStep, "chart" | "step" | "number"> {
  return { chart: chart.id, step: node.id, ...(node.number !== null && { number: node.number }) };
}

const answers = { true: "yes", false: "no", unknown: "not-known" } as const;

function taken(place: Place, answer: Truth | null): FlowchartStep {
  const { node } = place;
  const says = node.kind !== "question" || answer === "unknown" ? null : answer === true ? node.yes : node.no;
  return {
    ...named(place),
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

function stopped(place: Place, why: FlowchartStop["why"], rules: string[]): FlowchartStop {
  return {
    ...named(place),
    why,
    rules,
    ...(why === "not-known" && { question: textOf(place.node) }),
  };
}
