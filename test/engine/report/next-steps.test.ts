import { describe, expect, it } from "vitest";
import { nextSteps, type Waiting } from "../../../engine/report/next-steps.ts";
import type { Ask } from "../../../engine/rulebook/rulebook.ts";
import { byId, fakeAsk, fakeFact, fakeRulebook } from "./fake-case.ts";

const waiting = (rule: string, ...facts: string[]): Waiting => ({ rule, weight: 1, facts: new Set(facts) });
const weighing = (weight: number, rule: string, ...facts: string[]): Waiting => ({
  ...waiting(rule, ...facts),
  weight,
});

/** `ways`: ask id to minutes; `facts`: fact id to its asks. */
function stepsFor(
  ways: Record<string, number>,
  facts: Record<string, string[]>,
  undecided: readonly Waiting[],
) {
  const asks: readonly Ask[] = Object.entries(ways).map(([id, minutes]) => fakeAsk(id, { minutes }));
  const catalogue = Object.entries(facts).map(([id, ask]) => fakeFact(id, { ask }));
  return nextSteps(undecided, fakeRulebook([], { asks: byId(asks), facts: byId(catalogue) }));
}

describe("the next steps", () => {
  it.each<[string, Record<string, number>, Record<string, string[]>, Waiting[], string[]]>([
    [
      "the cheaper way to the same facts comes first",
      { slow: 9, fast: 3 },
      { f: ["slow", "fast"] },
      [waiting("r", "f")],
      ["fast", "slow"],
    ],
    [
      "the rule that weighs more counts more",
      { a: 3, b: 3 },
      { f: ["b"], g: ["a"] },
      [waiting("r", "f"), weighing(0.7, "s", "g")],
      ["b", "a"],
    ],
    [
      "a way that settles many beats one that settles the first, if they weigh enough together",
      { one: 3, many: 3 },
      { f: ["one"], g: ["many"] },
      [waiting("r", "f"), weighing(0.4, "s", "g"), weighing(0.4, "t", "g"), weighing(0.4, "u", "g")],
      ["many", "one"],
    ],
    [
      "of a rule that waits for three facts, a way counts for the share that it gives",
      { third: 3, half: 3 },
      { f: ["third"], g: ["half"], h: [], i: [] },
      [waiting("r", "f", "h", "i"), weighing(0.7, "s", "g", "h")],
      ["half", "third"],
    ],
    [
      "effort is weighed",
      { one: 1, many: 40 },
      { f: ["one"], g: ["many"] },
      [waiting("s", "g"), waiting("r", "f")],
      ["one", "many"],
    ],
    [
      "a way that gives all that a rule waits for beats one that gives a part",
      { part: 3, whole: 3 },
      { f: ["part", "whole"], g: ["whole"] },
      [waiting("r", "f", "g")],
      ["whole", "part"],
    ],
    [
      "after the first, the way that adds most is next, not the second best alone",
      { big: 3, again: 3.3, new: 30 },
      { f: ["big", "again"], g: ["new"] },
      [waiting("r", "f"), waiting("s", "g")],
      ["big", "new", "again"],
    ],
    [
      "ways that add nothing come last, by what they are worth alone",
      { best: 2, dear: 4, costly: 9 },
      { f: ["best", "costly", "dear"] },
      [waiting("r", "f")],
      ["best", "dear", "costly"],
    ],
    ["equal ways stand by id", { b: 3, a: 3 }, { f: ["b", "a"] }, [waiting("r", "f")], ["a", "b"]],
    [
      "a fact that nobody can ask for gives no step",
      {},
      { f: [], g: ["gone"] },
      [waiting("r", "f", "g", "unheard-of")],
      [],
    ],
  ])("%s", (_, ways, facts, undecided, expected) => {
    expect(stepsFor(ways, facts, undecided).map(({ ask }) => ask)).toEqual(expected);
  });

  it("a step tells the unknown facts that it gives and the rules that it could settle, by their rank", () => {
    const undecided = [waiting("z", "g"), waiting("a", "f", "g"), waiting("b", "h")];
    expect(stepsFor({ look: 2.5 }, { g: ["look"], f: ["look"], h: [] }, undecided)).toEqual([
      {
        ask: "look",
        title: "Look at the look",
        do: "Open the look and read it.",
        lookFor: "the line with the glaze",
        who: "whoever makes the tea",
        minutes: 2.5,
        facts: ["f", "g"],
        settles: ["z", "a"],
      },
    ]);
  });

  it("the time of the collection is asked for in every pack", () => {
    expect(stepsFor({}, {}, [waiting("r", "collected-at")])).toMatchObject([
      { ask: "collected-at", do: "When were these files collected? Give it with --at.", settles: ["r"] },
    ]);
  });
});
