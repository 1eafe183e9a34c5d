import { describe, expect, it } from "vitest";
import type { Condition } from "../../../engine/condition.ts";
import { walkFlowchart } from "../../../engine/report/flowchart.ts";
import type { FlowchartNode } from "../../../engine/rulebook/rulebook.ts";
import type { Truth } from "../../../engine/truth.ts";
import { byId, condition } from "./fake-case.ts";

const common = { number: null, details: null, inferred: false };

const question = (id: string, ifYes: string, ifNo: string, rules: readonly string[] = []): FlowchartNode => ({
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

const action = (id: string, then: string, rules: readonly string[] = []): FlowchartNode => ({
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

function walk(
  steps: readonly FlowchartNode[],
  truths: Record<string, Truth>,
  diagnosed: readonly string[] = [],
) {
  const judge = (asked: Condition) =>
    asked.kind === "test" ? (truths[asked.subject] ?? "unknown") : "unknown";
  const chart = { id: "chart", title: "A chart", start: "q1", steps: byId(steps) };
  return walkFlowchart(chart, judge, (rule) => diagnosed.includes(rule));
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
    ["takes no step twice", { q1: true, q2: false }, [], "q1:yes q2:no a2:none", "a2:end"],
  ])("%s", (_, truths, diagnosed, path, stop) => {
    const walked = walk(steps, truths, diagnosed);
    expect(walked.path.map(({ step, answer }) => `${step}:${answer}`).join(" ")).toBe(path);
    expect(`${walked.stoppedAt.step}:${walked.stoppedAt.why}`).toBe(stop);
  });

  it("an open question is put to a person, with the rules of the step that are found", () => {
    expect(walk(steps, { q1: true }, ["steam", "drip"]).stoppedAt).toEqual({
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
        step: "q1",
        number: 3,
        kind: "question",
        text: "Is q1 so?",
        answer: "yes",
        says: "q1 is so",
        inferred: false,
      },
      {
        step: "q2",
        number: 3,
        kind: "question",
        text: "Is q2 so?",
        answer: "yes",
        says: "q2 is so",
        inferred: false,
      },
      { step: "e", kind: "end", text: "Call the potter.", answer: "none", inferred: true },
    ]);
  });
});
