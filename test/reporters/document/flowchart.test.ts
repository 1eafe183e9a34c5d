import { describe, expect, it } from "vitest";
import { markdown } from "../../../reporters/markdown.ts";
import { text } from "../../../reporters/text.ts";
import type { FlowchartPath, FlowchartStep, Report } from "../../../schemas/generated/types.ts";
import { emptyReport } from "../reports/parts.ts";

const step = (chart: string, number: number, answer: FlowchartStep["answer"] = "none"): FlowchartStep => ({
  chart,
  step: `${chart}-${number}`,
  number,
  kind: answer === "none" ? "action" : "question",
  text: `Words of ${chart} ${number}.`,
  answer,
  inferred: false,
});

const kettle = { id: "kettle", title: "When the kettle stays cold" };
const socket = { id: "socket", title: "When the socket is dead" };

function printed(path: Partial<FlowchartPath>): readonly string[] {
  const flowchart: FlowchartPath = {
    ...kettle,
    charts: [kettle, socket],
    path: [step("kettle", 1, "yes"), step("kettle", 10), step("socket", 1, "no"), step("socket", 5)],
    stoppedAt: { chart: "socket", step: "socket-5", number: 5, why: "end", rules: [] },
    ...path,
  };
  const report: Report = { ...emptyReport, flowchart };
  return [text, markdown].map((print) =>
    print(report, { colour: false, verbose: false }).replace(/\s+/g, " "),
  );
}

describe("a path through two charts", () => {
  it("names the second one where the way goes on into it", () => {
    for (const words of printed({}))
      expect(words).toMatch(
        /When the kettle stays cold - Step 1: .* - Step 10: Words of kettle 10\. Here the way goes on into another chart, "When the socket is dead": - Step 1: Words of socket 1\. → no - Step 5: Words of socket 5\. - The chart ends here/,
      );
  });

  it("says in a sentence where the way leads back into the other chart, and what follows", () => {
    const back = { chart: "kettle", step: "kettle-1", number: 1 };
    const stoppedAt = { chart: "socket", step: "socket-5", number: 5, rules: [], backTo: back };
    for (const words of printed({ stoppedAt: { ...stoppedAt, why: "went-round" } }))
      expect(words).toContain(
        'Stopped at step 5. From here the way leads back to step 1 of the chart "When the kettle stays cold", where it has been before. It is worth going there again once something has changed.',
      );
  });

  it("does not name the chart where the way leads back within it, nor a number that is not there", () => {
    const stoppedAt = { chart: "socket", step: "socket-5", rules: ["fuse-blown"] };
    const backTo = { chart: "socket", step: "socket-1" };
    for (const words of printed({ stoppedAt: { ...stoppedAt, why: "went-round", backTo } }))
      expect(words).toMatch(
        /Stopped here, found: `?fuse-blown`?\. From here the way leads back to an earlier step, where it has been before\./,
      );
  });
});
