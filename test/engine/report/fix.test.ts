import { describe, expect, it } from "vitest";
import { fixSteps } from "../../../engine/report/fix.ts";
import type { RuleFixStep } from "../../../engine/rulebook/rulebook.ts";
import { byId, condition, fakeEvaluation, fakeFact, fakeRulebook } from "./fake-case.ts";

const step = (rest: Partial<RuleFixStep>): RuleFixStep => ({
  do: "Glue the spout.",
  run: null,
  who: null,
  expect: null,
  risk: null,
  onlyWhen: null,
  if: null,
  ...rest,
});

const rulebook = fakeRulebook([], { facts: byId([fakeFact("open", { type: "boolean" })]) });
const evaluation = fakeEvaluation([], { truths: { yes: true, no: false } });

describe("the steps of a fix", () => {
  it.each<[string, RuleFixStep, object[]]>([
    ["a step without condition is shown", step({}), [{ do: "Glue the spout." }]],
    [
      "a step that is needed is shown without its if",
      step({ onlyWhen: condition("yes"), if: "it drips" }),
      [{ do: "Glue the spout." }],
    ],
    ["a step that is not needed is dropped", step({ onlyWhen: condition("no"), if: "it drips" }), []],
    [
      "a step of which nobody knows is headed by its if",
      step({ onlyWhen: condition("open"), if: "it drips" }),
      [{ do: "Glue the spout.", if: "it drips" }],
    ],
    [
      "without words of its own, the if is the condition in words",
      step({ onlyWhen: condition("open") }),
      [{ do: "Glue the spout.", if: "open is true" }],
    ],
    [
      "all that a step says is kept",
      step({ run: "glue --spout", who: "the potter", expect: "no drop", risk: "no tea" }),
      [{ do: "Glue the spout.", run: "glue --spout", who: "the potter", expect: "no drop", risk: "no tea" }],
    ],
  ])("%s", (_, one, expected) => {
    expect(fixSteps([one], rulebook, evaluation)).toEqual(expected);
  });
});
