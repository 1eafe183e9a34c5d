import type { Scope } from "./condition/scope.ts";
import type { PackOrder } from "./declare/packs.ts";
import { arrowsOf, type ChartDocument, flowchartFrom, isFirst } from "./flowchart.ts";
import { inside, rootOf, type Spot } from "./parse/document.ts";
import type { Flowchart, Flowcharts } from "./rulebook.ts";
import { warnOfWays } from "./ways.ts";
import { didYouMean, quoted } from "./words.ts";

/** All charts by id, each checked with the ways from one into another; null where no pack has a first one. */
export function flowchartsFrom(
  documents: readonly ChartDocument[],
  order: PackOrder,
  scope: Scope,
): Flowcharts | null {
  const rank = ({ file }: ChartDocument) => order.folders.indexOf(file.pack);
  const sorted = documents.toSorted((a, b) => rank(a) - rank(b));
  checkIds(sorted, scope);
  checkChartsNamed(sorted, scope);
  const charts = new Map<string, Flowchart>();
  const read = sorted.map((document) => ({ document, chart: flowchartFrom(document, scope) }));
  // A pack that builds on another one may say a chart anew.
  for (const { chart } of read) if (chart !== null) charts.set(chart.id, chart);
  warnOfWays(sorted, scope.findings);
  // Of several first charts the one of the pack that builds on the others.
  const first = read.findLast(({ document }) => isFirst(document))?.chart ?? null;
  return first === null ? null : { first: first.id, charts: inOrderOfIds(charts) };
}

function checkIds(documents: readonly ChartDocument[], { findings }: Scope): void {
  const seen = new Map<string, ChartDocument>();
  for (const document of documents) {
    const { id } = document.value;
    if (id === undefined) continue;
    const spot = inside(rootOf(document), "id");
    const { pack, path } = document.file;
    if (!isFirst(document) && path !== `flowcharts/${id}.yaml`) {
      const message = `The flowchart ${quoted(id)} stands in a file called ${quoted(path.slice("flowcharts/".length))}.`;
      findings.problem(spot, "id-differs", message, "Give both the same name.");
    }
    const inPack = `${pack}/${id}`;
    const earlier = seen.get(inPack);
    seen.set(inPack, document);
    if (earlier === undefined) continue;
    const message = `There is another flowchart called ${quoted(id)}, in ${earlier.file.shownAs}.`;
    findings.problem(spot, "duplicate-chart", message, "Rename one of them.");
  }
}

function checkChartsNamed(documents: readonly ChartDocument[], { findings }: Scope): void {
  const ids = new Set(documents.flatMap(({ value }) => value.id ?? []));
  const isDamaged = documents.some(({ value }) => value.id === undefined);
  for (const { chart, spot } of documents.flatMap(chartsNamedIn)) {
    if (ids.has(chart) || isDamaged) continue;
    const hint = () => didYouMean(chart, [...ids], `Add flowcharts/${chart}.yaml to the pack.`);
    findings.problem(spot, "unknown-chart", `There is no flowchart called ${quoted(chart)}.`, hint);
  }
}

function chartsNamedIn(document: ChartDocument): readonly { chart: string; spot: Spot }[] {
  return (document.value.steps ?? []).flatMap((step, index) =>
    arrowsOf(step).flatMap(([key, arrow]) =>
      typeof arrow === "string"
        ? []
        : [{ chart: arrow.chart, spot: inside(rootOf(document), "steps", index, key, "chart") }],
    ),
  );
}

const inOrderOfIds = (charts: ReadonlyMap<string, Flowchart>): Readonly<Record<string, Flowchart>> =>
  Object.fromEntries([...charts].sort(([a], [b]) => (a < b ? -1 : 1)));
