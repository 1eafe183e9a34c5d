import { describe, expect, it } from "vitest";
import type { PackFile } from "../../../engine/rulebook/source.ts";
import { filesOf, load, withChange } from "./pack-on-disk.ts";

const pack = "harbour-print-server";
const files = filesOf(pack);

/** Step "restart" of the first chart leads into the chart about paper. */
const leadingOn = withChange(files, "flowchart.yaml", "then: done", "then: { chart: paper }");

const chart = (name: string, text: string, inPack = pack): PackFile => ({
  pack: inPack,
  path: `flowcharts/${name}.yaml`,
  shownAs: `${inPack}/flowcharts/${name}.yaml`,
  text,
});

const paper = `id: paper
title: When the paper is stuck
start: lid
steps:
  - { id: lid, ask: Is the lid open?, when: { printer.state: jammed }, if-yes: { chart: printing }, if-no: home }
  - { id: home, end: Go home. }
`;

async function saidOf(own: readonly PackFile[]): Promise<readonly string[]> {
  const loaded = await load(own);
  const said = loaded.ok ? loaded.warnings : loaded.problems;
  return said.map(
    ({ file, line, column, code }) => `${file.slice(pack.length + 1)}:${line}:${column} ${code}`,
  );
}

describe("a pack with several flowcharts", () => {
  it("has them by id, and begins in flowchart.yaml", async () => {
    const loaded = await load([...leadingOn, chart("paper", paper)]);
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
    expect(loaded.warnings).toEqual([]);
    expect(loaded.rulebook.flowcharts?.first).toBe("printing");
    expect(Object.keys(loaded.rulebook.flowcharts?.charts ?? {})).toEqual(["paper", "printing"]);
    const { steps = {} } = loaded.rulebook.flowcharts?.charts.printing ?? {};
    expect(Object.entries(steps.restart ?? {})).toContainEqual(["then", { chart: "paper" }]);
    expect(loaded.rulebook.flowcharts?.charts.paper?.steps.lid).toMatchObject({
      ifYes: { chart: "printing" },
      ifNo: "home",
    });
  });

  it.each<[string, readonly PackFile[], readonly string[]]>([
    [
      "a chart that nothing leads to",
      [...files, chart("paper", paper)],
      ["flowcharts/paper.yaml:1:1 chart-not-reached"],
    ],
    [
      "charts that lead to each other, and nothing to them",
      [
        ...files,
        chart("paper", paper.replace("chart: printing", "chart: toner")),
        chart("toner", paper.replace("id: paper", "id: toner").replace("chart: printing", "chart: paper")),
      ],
      ["flowcharts/paper.yaml:1:1 chart-not-reached", "flowcharts/toner.yaml:1:1 chart-not-reached"],
    ],
    [
      "a chart in a pack without a first one",
      [
        ...files.filter(({ path }) => path !== "flowchart.yaml"),
        chart("paper", paper.replace("{ chart: printing }", "home")),
      ],
      ["flowcharts/paper.yaml:1:1 chart-not-reached"],
    ],
    [
      "a step of a further chart that nothing leads to",
      [...leadingOn, chart("paper", `${paper}  - { id: lost, end: Nobody comes here. }\n`)],
      ["flowcharts/paper.yaml:7:7 step-not-reached"],
    ],
    [
      "charts that lead round and round",
      [
        ...leadingOn,
        chart("paper", paper.replace("if-no: home", "if-no: lid").replace("{ chart: printing }", "lid")),
      ],
      ["flowcharts/paper.yaml:5:7 way-without-end", "flowcharts/paper.yaml:6:7 step-not-reached"],
    ],
    [
      "a chart called otherwise than its file",
      [...leadingOn, chart("paper", paper), chart("lamp", paper.replace("id: paper", "id: light"))],
      ["flowcharts/lamp.yaml:1:5 id-differs"],
    ],
    [
      "a further chart with the id of the first one",
      [...files, chart("printing", paper.replace("id: paper", "id: printing"))],
      ["flowcharts/printing.yaml:1:5 duplicate-chart"],
    ],
    [
      "a way into a chart that the pack has not",
      [...leadingOn, chart("paper", paper.replace("chart: printing", "chart: papers"))],
      ["flowcharts/paper.yaml:5:89 unknown-chart"],
    ],
  ])("hears of %s", async (_, own, said) => {
    expect(await saidOf(own)).toEqual(said);
  });

  it("a circle that leads out through the other chart is none", async () => {
    const back = paper
      .replace("if-no: home", "if-no: { chart: printing }")
      .replace(/ {2}- \{ id: home.*\n/, "");
    expect(await saidOf([...leadingOn, chart("paper", back)])).toEqual([]);
  });

  it("a chart of a pack that extends another takes the place of the one of the same id", async () => {
    const night = filesOf("harbour-night-shift");
    const own = chart("paper", paper.replace("stuck", "stuck at night"), "harbour-night-shift");
    const loaded = await load([...night, ...leadingOn, chart("paper", paper), own]);
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
    expect(loaded.rulebook.flowcharts?.charts.paper?.title).toBe("When the paper is stuck at night");
    expect(loaded.warnings).toEqual([]);
  });
});
