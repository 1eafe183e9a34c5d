import type { FlowchartPath, FlowchartStep, FlowchartStop, Report } from "../../schemas/generated/types.ts";
import { type Block, joined, paragraph, type Words } from "./block.ts";
import { named, type Titles } from "./names.ts";

/** The path through the pack's flowchart, with the numbers of its steps, and where and why it stopped. */
export function flowchart({ flowchart: chart }: Report, titles: Titles): readonly Block[] {
  if (chart === null) return [];
  const steps = chart.path.map((step): Words => [stepText(step)]);
  const way: Block = { kind: "list", items: [...steps, stopWords(chart.stoppedAt, titles)] };
  const ours = chart.path.some(({ inferred }) => inferred);
  const legend = paragraph("Inferred: the page does not write out the way to that step.");
  return [
    {
      kind: "section",
      title: "FLOWCHART",
      tone: "neutral",
      lead: [chart.title],
      blocks: ours ? [way, legend] : [way],
    },
  ];
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

function stopWords(stop: FlowchartPath["stoppedAt"], titles: Titles): Words {
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
  };
  return stops[stop.why];
}
