import type { FlowchartPath, FlowchartStep, FlowchartStop, Report } from "../../schemas/generated/types.ts";
import { type Block, joined, paragraph, type Words } from "./block.ts";
import { named, type Titles } from "./names.ts";

/** The path through the pack's flowcharts, with the numbers of their steps, and where and why it stopped. */
export function flowchart({ flowchart: path }: Report, titles: Titles): readonly Block[] {
  if (path === null) return [];
  const chartNames = new Map(path.charts.map(({ id, title }) => [id, title]));
  const blocks = partsOf(path).flatMap(({ chart, steps }, index, parts): readonly Block[] => {
    const last = index === parts.length - 1 ? [stopWords(path, titles)] : [];
    const items = [...steps.map((step): Words => [stepText(step)]), ...last];
    const list: Block = { kind: "list", items };
    return index === 0
      ? [list]
      : [paragraph(`Here the way goes on into another chart, "${chartNames.get(chart) ?? chart}":`), list];
  });
  const ours = path.path.some(({ inferred }) => inferred);
  const legend = paragraph("Inferred: the page does not write out the way to that step.");
  return [
    {
      kind: "section",
      title: "FLOWCHART",
      tone: "neutral",
      lead: [path.title],
      blocks: ours ? [...blocks, legend] : blocks,
    },
  ];
}

interface Part {
  readonly chart: string;
  readonly steps: FlowchartStep[];
}

/** The steps chart by chart, in the order in which they were taken. */
function partsOf({ id, path }: FlowchartPath): readonly Part[] {
  const parts: Part[] = [{ chart: id, steps: [] }];
  for (const step of path) {
    const last = parts.at(-1);
    if (last?.chart === step.chart) last.steps.push(step);
    else parts.push({ chart: step.chart, steps: [step] });
  }
  return parts;
}

const answers: Record<FlowchartStep["answer"], string> = {
  yes: "yes",
  no: "no",
  "not-known": "not known",
  none: "",
};

/** "Step 3, inferred: Are all ports open? → no: port 80 is closed" */
function stepText({ number, inferred, text, answer, says = "" }: FlowchartStep): string {
  const label = number === undefined ? "Step" : `Step ${number}`;
  const said = [answers[answer], says].filter((part) => part !== "").join(": ");
  return `${label}${inferred ? ", inferred" : ""}: ${text}${said === "" ? "" : ` → ${said}`}`;
}

function stopWords({ charts, stoppedAt: stop }: FlowchartPath, titles: Titles): Words {
  const where = stop.number === undefined ? "Stopped here" : `Stopped at step ${stop.number}`;
  const rules = joined(
    stop.rules.map((rule) => named(rule, titles)),
    "; ",
  );
  const found: Words = rules.length === 0 ? [] : [", found: ", ...rules];
  const stops: Record<FlowchartStop["why"], Words> = {
    "rule-matches": [where, ...found],
    "not-known": [
      where,
      ...found,
      `; a person has to answer: ${stop.question ?? "the question of this step"}`,
    ],
    end: ["The chart ends here", ...found],
    "went-round": [where, ...found, `. ${backWords(stop, charts)}`],
  };
  return stops[stop.why];
}

/** The way stops before it goes round; whoever follows it by hand goes on once something has changed. */
function backWords({ chart, backTo }: FlowchartStop, charts: FlowchartPath["charts"]): string {
  const step = backTo?.number === undefined ? "an earlier step" : `step ${backTo.number}`;
  const other = charts.find(({ id }) => id === backTo?.chart && id !== chart);
  const place = other === undefined ? step : `${step} of the chart "${other.title}"`;
  return `From here the way leads back to ${place}, where it has been before. It is worth going there again once something has changed.`;
}
