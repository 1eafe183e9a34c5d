import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import type { ListOf } from "../../../engine/report/looked-through.ts";
import { nextSteps, type OpenRule } from "../../../engine/report/next-steps.ts";
import type { Ask } from "../../../engine/rulebook/rulebook.ts";
import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { FactEntry, Missing, RowEntry } from "../../../schemas/generated/types.ts";
import { list, rulebook, field as smallField } from "../../support/small-rulebook.ts";
import { byId, fakeAsk, fakeEvaluation, fakeFact, fakeRulebook, missingFact } from "./fake-case.ts";

const waiting = (rule: string, ...facts: string[]): OpenRule => ({
  rule,
  weight: 1,
  missing: facts.map(missingFact),
});
const weighing = (weight: number, rule: string, ...facts: string[]): OpenRule => ({
  ...waiting(rule, ...facts),
  weight,
});

const nobodyLooked: ListOf = (list) => fakeEvaluation([]).memory.list(list);

/** `ways`: ask id to minutes; `facts`: fact id to its asks. */
function stepsFor(
  ways: Record<string, number>,
  facts: Record<string, string[]>,
  undecided: readonly OpenRule[],
) {
  const asks: readonly Ask[] = Object.entries(ways).map(([id, minutes]) => fakeAsk(id, { minutes }));
  const catalogue = Object.entries(facts).map(([id, ask]) => fakeFact(id, { ask }));
  return nextSteps(undecided, fakeRulebook([], { asks: byId(asks), facts: byId(catalogue) }), nobodyLooked);
}

describe("the next steps", () => {
  it.each<[string, Record<string, number>, Record<string, string[]>, OpenRule[], string[]]>([
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

  describe("of a list that is divided into parts", () => {
    const shelves = (shelf?: string, row?: string): Missing => ({
      fact: "mugs",
      reason: "out-of-coverage",
      ...(shelf !== undefined && { slice: { shelf, ...(row !== undefined && { row }) } }),
    });
    const looking = (rule: string, ...missing: Missing[]): OpenRule => ({ ...waiting(rule), missing });
    const asks = [
      fakeAsk("chair", { looksAt: { mugs: { shelf: ["top", "middle"] } } }),
      fakeAsk("floor", { looksAt: { mugs: { shelf: ["low"], row: ["2"] } } }),
      fakeAsk("lamp", { minutes: 90 }),
      fakeAsk("mirror", { looksAt: { plates: { shelf: ["low"] } }, minutes: 100 }),
    ];
    const mugs = fakeFact("mugs", { ask: asks.map(({ id }) => id) });
    const shelfRules = fakeRulebook([], { asks: byId(asks), facts: byId([mugs]) });

    it.each<[string, OpenRule[], string[]]>([
      [
        "a way that looks at another part is not offered",
        [looking("r", shelves("low", "2"))],
        ["floor", "lamp", "mirror"],
      ],
      ["one value of several is enough", [looking("r", shelves("middle"))], ["chair", "lamp", "mirror"]],
      ["a value counts in any capitals", [looking("r", shelves("Top"))], ["chair", "lamp", "mirror"]],
      ["all fields of the part have to fit", [looking("r", shelves("low", "3"))], ["lamp", "mirror"]],
      ["a field that is not told may be any", [looking("r", shelves("low"))], ["floor", "lamp", "mirror"]],
      [
        "what does not say which part it is may be any",
        [looking("r", shelves())],
        ["chair", "floor", "lamp", "mirror"],
      ],
      [
        "two ways to two parts both add something",
        [looking("r", shelves("top"), shelves("low", "2"))],
        ["chair", "floor", "lamp", "mirror"],
      ],
    ])("%s", (_, undecided, expected) => {
      expect(nextSteps(undecided, shelfRules, nobodyLooked).map(({ ask }) => ask)).toEqual(expected);
    });

    it("a second part of a fact is worth half", () => {
      const other = fakeFact("glaze", { ask: ["kiln"] });
      const kiln = fakeAsk("kiln", { minutes: 5 });
      const book = fakeRulebook([], { asks: byId([...asks, kiln]), facts: byId([mugs, other]) });
      const undecided = [looking("r", shelves("top"), shelves("low", "2")), weighing(0.4, "s", "glaze")];
      expect(nextSteps(undecided, book, nobodyLooked).map(({ ask }) => ask)).toEqual([
        "chair",
        "kiln",
        "floor",
        "lamp",
        "mirror",
      ]);
    });

    it("a way counts only for the rules that wait for its part", () => {
      const undecided = [
        looking("r", shelves("top")),
        looking("s", shelves("low")),
        looking("t", shelves("top")),
      ];
      const settled = nextSteps(undecided, shelfRules, nobodyLooked).map(({ ask, settles }) => [
        ask,
        settles,
      ]);
      expect(Object.fromEntries(settled)).toEqual({
        chair: ["r", "t"],
        floor: ["s"],
        lamp: ["r", "s", "t"],
        mirror: ["r", "s", "t"],
      });
    });
  });

  describe("of ways that were gone already", () => {
    const field = (type: ScalarType) => smallField(type, { values: ["top", "low"] });
    const cups = list("cups", { mark: field("text"), shelf: field("one-of") }, { coveredBy: ["shelf"] });
    const ways = [
      fakeAsk("chair", { looksAt: { cups: { shelf: ["top"] } } }),
      fakeAsk("floor", { minutes: 9, looksAt: { cups: { shelf: ["low"] } } }),
    ];
    const glaze = fakeFact("glaze", { ask: ["chair", "floor"] });
    const book = fakeRulebook([], { asks: byId(ways), facts: { cups, ...byId([glaze]) } });
    const glazeOf = (slice?: Missing["slice"]): OpenRule => ({
      ...waiting("r"),
      missing: [{ fact: "glaze", reason: "not-collected", ...(slice && { slice }) }],
    });
    const onlyTop = (...items: RowEntry[]): FactEntry => ({ items, covers: [{ shelf: "top" }] });

    it.each<[string, FactEntry, Missing["slice"], string[]]>([
      [
        "what is not where they look they cannot give",
        onlyTop({ mark: "A7", shelf: "top" }),
        { mark: "B2" },
        ["floor"],
      ],
      ["what is there they can", onlyTop({ mark: "b2", shelf: "top" }), { mark: "B2" }, ["chair", "floor"]],
      ["what may be there, too", onlyTop({ shelf: "top" }), { mark: "B2" }, ["chair", "floor"]],
      ["what lies elsewhere is not there", onlyTop({ mark: "B2", shelf: "low" }), { mark: "B2" }, ["floor"]],
      [
        "rows without the whole of the part say nothing",
        { items: [{ mark: "A7", shelf: "top" }] },
        { mark: "B2" },
        ["chair", "floor"],
      ],
      ["nothing is known of what is not said", onlyTop(), undefined, ["chair", "floor"]],
      ["nor of what the list does not tell", onlyTop(), { colour: "blue" }, ["chair", "floor"]],
    ])("%s", async (_, entry, slice, expected) => {
      const { memory } = await evaluate(rulebook([cups], []), { facts: { facts: { cups: entry } } });
      const steps = nextSteps([glazeOf(slice)], book, (id) => memory.list(id));
      expect(steps.map(({ ask }) => ask)).toEqual(expected);
    });
  });

  it("the time of the collection is asked for in every pack", () => {
    expect(stepsFor({}, {}, [waiting("r", "collected-at")])).toMatchObject([
      { ask: "collected-at", do: "When were these files collected? Give it with --at.", settles: ["r"] },
    ]);
  });
});
