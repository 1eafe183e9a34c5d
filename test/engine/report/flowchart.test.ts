import { describe, expect, it } from "vitest";
import type { Condition } from "../../../engine/condition.ts";
import { walkFlowcharts } from "../../../engine/report/flowchart.ts";
import type { Arrow, Flowchart, FlowchartNode } from "../../../engine/rulebook/rulebook.ts";
import type { Truth } from "../../../engine/truth.ts";
import { byId, condition } from "./fake-case.ts";

const common = { number: null, details: null, inferred: false };

const question = (id: string, ifYes: Arrow, ifNo: Arrow, rules: readonly string[] = []): FlowchartNode => ({
  ...common,
  kind: "question",
  id,
  number: 3,
  rules,
  ask: `Is ${id} so?`,
  when: condition(id),
  ifYes,
  ifNo,
  yes: `${id} is so`,
  no: null,
});

const action = (id: string, then: Arrow, rules: readonly string[] = []): FlowchartNode => ({
  ...common,
  kind: "action",
  id,
  rules,
  do: `Mend ${id}.`,
  then,
});

const end = (id: string): FlowchartNode => ({
  ...common,
  kind: "end",
  id,
  rules: [],
  end: "Call the potter.",
  inferred: true,
});

const chartOf = (id: string, start: string, steps: readonly FlowchartNode[]): Flowchart => ({
  id,
  title: `The chart ${id}`,
  start,
  steps: byId(steps),
});

function walk(
  steps: readonly FlowchartNode[],
  truths: Record<string, Truth>,
  diagnosed: readonly string[] = [],
  others: readonly Flowchart[] = [],
) {
  const judge = (asked: Condition) =>
    asked.kind === "test" ? (truths[asked.subject] ?? "unknown") : "unknown";
  const isDiagnosed = (rule: string) => diagnosed.includes(rule);
  return walkFlowcharts(
    { first: "chart", charts: byId([chartOf("chart", "q1", steps), ...others]) },
    judge,
    isDiagnosed,
  );
}

const steps = [
  question("q1", "q2", "a1"),
  action("a1", "q2", ["drip"]),
  question("q2", "e", "a2", ["steam"]),
  action("a2", "q1"),
  end("e"),
];

describe("the path through the flowchart", () => {
  it.each<[string, Record<string, Truth>, string[], string, string]>([
    ["ends at an end", { q1: true, q2: true }, [], "q1:yes q2:yes e:none", "e:end"],
    [
      "stops at an action whose rule is found",
      { q1: false, q2: true },
      ["drip"],
      "q1:no a1:none",
      "a1:rule-matches",
    ],
    [
      "goes on after an action whose rules are not found",
      { q1: false, q2: true },
      [],
      "q1:no a1:none q2:yes e:none",
      "e:end",
    ],
    ["stops at a question that nobody can answer", { q1: true }, [], "q1:yes q2:not-known", "q2:not-known"],
    [
      "does not stop at a question that is answered, whatever is found",
      { q1: true, q2: true },
      ["steam"],
      "q1:yes q2:yes e:none",
      "e:end",
    ],
    ["takes no step twice", { q1: true, q2: false }, [], "q1:yes q2:no a2:none", "a2:went-round"],
  ])("%s", (_, truths, diagnosed, path, stop) => {
    const walked = walk(steps, truths, diagnosed);
    expect(walked.path.map(({ step, answer }) => `${step}:${answer}`).join(" ")).toBe(path);
    expect(`${walked.stoppedAt.step}:${walked.stoppedAt.why}`).toBe(stop);
  });

  it("an open question is put to a person, with the rules of the step that are found", () => {
    expect(walk(steps, { q1: true }, ["steam", "drip"]).stoppedAt).toEqual({
      chart: "chart",
      step: "q2",
      number: 3,
      why: "not-known",
      rules: ["steam"],
      question: "Is q2 so?",
    });
  });

  it("a step tells its number, its answer in words and whether the arrow is inferred", () => {
    expect(walk(steps, { q1: true, q2: true }).path).toEqual([
      {
        chart: "chart",
        step: "q1",
        number: 3,
        kind: "question",
        text: "Is q1 so?",
        answer: "yes",
        says: "q1 is so",
        inferred: false,
      },
      {
        chart: "chart",
        step: "q2",
        number: 3,
        kind: "question",
        text: "Is q2 so?",
        answer: "yes",
        says: "q2 is so",
        inferred: false,
      },
      { chart: "chart", step: "e", kind: "end", text: "Call the potter.", answer: "none", inferred: true },
    ]);
  });
});

describe("the path through several charts", () => {
  // The second chart may lead back to the first.
  const first = [question("q1", { chart: "second" }, "a1"), action("a1", { chart: "second" }, ["drip"])];
  const second = chartOf("second", "lid", [
    question("lid", "e", "back"),
    { ...action("back", { chart: "chart" }), number: 5 },
    end("e"),
  ]);
  const walkBoth = (truths: Record<string, Truth>) => walk(first, truths, [], [second]);

  it("goes on into the other one, and every step says in which chart it stands", () => {
    const { path, charts, id, title, stoppedAt } = walkBoth({ q1: false, lid: true });
    expect(path.map(({ chart, step }) => `${chart}/${step}`)).toEqual([
      "chart/q1",
      "chart/a1",
      "second/lid",
      "second/e",
    ]);
    expect(charts).toEqual([
      { id: "chart", title: "The chart chart" },
      { id: "second", title: "The chart second" },
    ]);
    expect([id, title]).toEqual(["chart", "The chart chart"]);
    expect(stoppedAt).toMatchObject({ chart: "second", step: "e", why: "end" });
  });

  it("names only the charts that it came to", () => {
    const { charts, stoppedAt } = walk(first, { q1: false }, ["drip"], [second]);
    expect(charts.map(({ id }) => id)).toEqual(["chart"]);
    expect(stoppedAt).toMatchObject({ chart: "chart", step: "a1", why: "rule-matches", rules: ["drip"] });
  });

  it("stops where the way leads back, and says to which step", () => {
    expect(walkBoth({ q1: true, lid: false }).stoppedAt).toEqual({
      chart: "second",
      step: "back",
      number: 5,
      why: "went-round",
      rules: [],
      backTo: { chart: "chart", step: "q1", number: 3 },
    });
  });

  it("takes steps of the same name in two charts for two steps", () => {
    const twin = chartOf("second", "q1", [question("q1", "e", "e"), end("e")]);
    expect(walk(first, { q1: true }, [], [twin]).path.map(({ chart, step }) => `${chart}/${step}`)).toEqual([
      "chart/q1",
      "second/q1",
      "second/e",
    ]);
  });
});
