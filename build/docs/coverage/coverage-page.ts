import type { FlowchartNode, Rulebook } from "../../../engine/rulebook/rulebook.ts";
import { cell, name, prose, table } from "../table.ts";
import { isCarried } from "./check-coverage.ts";
import type { Coverage, CoveredDocument, CoveredPart } from "./coverage.ts";

const introduction = `# What the rules cover

What Microsoft's pages and the catalogue of causes say, part by part, and which rules, steps of the flowcharts and ways of
asking of the shipped pack carry it. Words in quotation marks are the page's; everything else is said in our own.

This page is made from \`build/docs/coverage/coverage.yaml\` and the pack by \`npm run docs\`; changes that are made here are
lost.`;

/** docs/coverage.md */
export function coveragePage(coverage: Coverage, rulebook: Rulebook): string {
  const documents = coverage.documents.map((document) => section(document, rulebook));
  return `${[introduction, countLine(coverage, rulebook), ...documents, beyond(coverage, rulebook)].join("\n\n")}\n`;
}

function countLine({ documents }: Coverage, { rules }: Rulebook): string {
  const parts = documents.flatMap((document) => document.parts);
  const carried = parts.filter(isCarried).length;
  const diagnoses = rules.filter(({ kind }) => kind === "fault" || kind === "advisory").length;
  return `${carried} of ${parts.length} parts are carried by something; the pack has ${diagnoses} faults and advisories.`;
}

function section({ title, url, dated, about, parts }: CoveredDocument, rulebook: Rulebook): string {
  const source =
    url === undefined ? "" : ` [The page](${url})${dated === undefined ? "" : `, edition of ${dated}`}.`;
  const rows = parts.map((part) => [whatItSays(part), carriers(part, rulebook)]);
  return [`## ${prose(title)}`, `${prose(about)}${source}`, table(["what it says", "carried by"], rows)].join(
    "\n\n",
  );
}

function whatItSays({ name: part, quote, says }: CoveredPart): string {
  const words = quote === undefined ? [] : [cell(`“${quote}”`)];
  return [`**${cell(part)}**`, ...words, cell(says)].join("<br>");
}

function carriers(part: CoveredPart, rulebook: Rulebook): string {
  if (!isCarried(part)) return "Nothing yet.";
  const { rules = [], steps = [], asks = [] } = part;
  return [
    ...rules.map((id) => `${cell(titleOf(id, rulebook))} ${name(id)}`),
    ...steps.map((step) => stepLine(step, rulebook)),
    ...asks.map((id) => `To ask: ${cell(rulebook.asks[id]?.title ?? id)} ${name(id)}`),
  ].join("<br>");
}

const titleOf = (id: string, { rules }: Rulebook): string =>
  rules.find((rule) => rule.id === id)?.title ?? id;

function stepLine(step: string, { flowcharts }: Rulebook): string {
  const [chart = "", id = ""] = step.split("/");
  const node = flowcharts?.charts[chart]?.steps[id];
  const label = node?.number == null ? "Step" : `Step ${node.number}`;
  return `${label}: ${node === undefined ? "" : cell(wordsOf(node))} ${name(step)}`;
}

function wordsOf(node: FlowchartNode): string {
  if (node.kind === "question") return node.ask;
  return node.kind === "action" ? node.do : node.end;
}

function beyond(coverage: Coverage, rulebook: Rulebook): string {
  const head = "## Beyond the documents";
  if (coverage.beyond.length === 0)
    return `${head}\n\nNothing: some document speaks of every fault, advisory and symptom.`;
  const rows = coverage.beyond.map(({ rule, why }) => [
    `${cell(titleOf(rule, rulebook))} ${name(rule)}`,
    cell(why),
  ]);
  return [head, table(["rule", "where it comes from"], rows)].join("\n\n");
}
