import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../engine/report/assemble.ts";
import type { Rule } from "../../../engine/rulebook/rulebook.ts";
import type { VerdictWord } from "../../../schemas/fact-types.ts";
import type { Diagnosis, Report } from "../../../schemas/generated/types.ts";
import { condition, fakeEvaluation, fakeRule, fakeRulebook, options, sketch } from "./fake-case.ts";

type Verdicts = Readonly<Record<string, VerdictWord>>;

function reportOf(rules: readonly Rule[], verdicts: Verdicts = {}, asked?: readonly string[]): Report {
  return assembleReport(
    fakeRulebook(rules),
    fakeEvaluation(rules, { verdicts, truths: { yes: true, no: false } }),
    { facts: {} },
    { ...options, ...(asked && { rules: asked }) },
  );
}

function find(diagnoses: readonly Diagnosis[], rule: string): Diagnosis | undefined {
  for (const diagnosis of diagnoses) {
    const found = diagnosis.rule === rule ? diagnosis : find(diagnosis.consequences, rule);
    if (found !== undefined) return found;
  }
  return undefined;
}

const rule = fakeRule;
const certain = { confidence: "certain" } as const;
const possible = { confidence: "possible" } as const;
const critical = { severity: "critical" } as const;
const soothing = rule("calm", { kind: "all-clear" });

describe("where diagnoses stand", () => {
  it.each<[string, readonly Rule[], Verdicts, string]>([
    ["a rule that nothing explains is a root", [rule("b"), rule("a")], {}, "a b"],
    [
      "a consequence stands under its cause",
      [rule("a", { explains: ["b"] }), rule("b", critical)],
      {},
      "a(b)",
    ],
    [
      "a chain of causes is told step by step",
      [rule("z", { explains: ["y"] }), rule("y", { explains: ["x"] }), rule("x")],
      {},
      "z(y(x))",
    ],
    [
      "a chain runs through a rule that could not be checked",
      [rule("a", { explains: ["b"] }), rule("b", { explains: ["c"] }), rule("c")],
      { b: "cannot-tell" },
      "a(c)",
    ],
    [
      "a chain ends where a link is ruled out",
      [rule("a", { explains: ["b"] }), rule("b", { explains: ["c"] }), rule("c")],
      { b: "does-not-match" },
      "a c",
    ],
    [
      "a chain ends where a link is history",
      [
        rule("a", { explains: ["b"] }),
        rule("b", { explains: ["c"], setAsideBy: "calm" }),
        rule("c"),
        soothing,
      ],
      {},
      "a c",
    ],
    [
      "a possible cause never swallows a surer finding",
      [rule("a", { explains: ["b"], ...possible }), rule("b", certain)],
      {},
      "b a",
    ],
    [
      "a cause of equal confidence swallows",
      [rule("a", { explains: ["b"], ...possible }), rule("b", possible)],
      {},
      "a(b)",
    ],
    [
      "surer raises the confidence of a cause",
      [
        rule("a", { explains: ["b"], ...possible, surer: { confidence: "certain", when: condition("yes") } }),
        rule("b", certain),
      ],
      {},
      "a(b)",
    ],
    [
      "surer counts only where it is proved",
      [
        rule("a", {
          explains: ["b"],
          ...possible,
          surer: { confidence: "certain", when: condition("open") },
        }),
        rule("b", certain),
      ],
      {},
      "b a",
    ],
    [
      "surer never lowers a confidence",
      [
        rule("a", { explains: ["b"], ...certain, surer: { confidence: "likely", when: condition("yes") } }),
        rule("b", certain),
      ],
      {},
      "a(b)",
    ],
    [
      "a less sure link in the middle does not part a cause from what it brought about",
      [
        rule("a", { explains: ["b"], ...certain }),
        rule("b", { explains: ["c"], ...possible }),
        rule("c", certain),
      ],
      {},
      "a(c b)",
    ],
    [
      "an advisory can be a consequence",
      [rule("a", { explains: ["b"] }), rule("b", { kind: "advisory" })],
      {},
      "a(b)",
    ],
    [
      "of several roots the first in order holds the consequence",
      [rule("a", { explains: ["c"] }), rule("b", { explains: ["c"], ...critical }), rule("c")],
      {},
      "b(c) a",
    ],
    [
      "the first root holds it, though a cause of another root comes first by id",
      [
        rule("m", { explains: ["c"] }),
        rule("z", { explains: ["b"] }),
        rule("b", { explains: ["c"] }),
        rule("c"),
      ],
      {},
      "m(c) z(b)",
    ],
    [
      "the less precise rule is a line under the finer one",
      [rule("fine", { refines: "coarse" }), rule("coarse", critical)],
      {},
      "fine~coarse",
    ],
    [
      "precision adds up, also over a rule that does not match",
      [rule("a", { refines: "b" }), rule("b", { refines: "c" }), rule("c")],
      { b: "cannot-tell" },
      "a~c",
    ],
    [
      "all less precise rules stand under the finest",
      [rule("a", { refines: "b" }), rule("b", { refines: "c" }), rule("c")],
      {},
      "a~b~c",
    ],
    [
      "of several finer rules the first in order holds the less precise one",
      [rule("a", { refines: "c" }), rule("b", { refines: "c", ...critical }), rule("c")],
      {},
      "b~c a",
    ],
    [
      "the finer rule explains what the less precise one explains",
      [rule("fine", { refines: "coarse" }), rule("coarse", { explains: ["x"] }), rule("x")],
      {},
      "fine~coarse(x)",
    ],
    [
      "a less precise consequence leaves its cause for the finer rule",
      [rule("a", { explains: ["coarse"] }), rule("coarse"), rule("fine", { refines: "coarse" })],
      {},
      "a fine~coarse",
    ],
    [
      "a finer rule that is history does not stand over the other",
      [rule("fine", { refines: "coarse", setAsideBy: "calm" }), rule("coarse"), soothing],
      {},
      "coarse",
    ],
    [
      "rules that explain each other stand side by side",
      [rule("a", { explains: ["b"] }), rule("b", { explains: ["a"] })],
      {},
      "a b",
    ],
    [
      "rules that refine each other stand side by side",
      [rule("a", { refines: "b" }), rule("b", { refines: "a" })],
      {},
      "a b",
    ],
    [
      "rules that make each other history are no history",
      [rule("a", { setAsideBy: "b" }), rule("b", { setAsideBy: "a" }), rule("c", { setAsideBy: "a" })],
      {},
      "a b",
    ],
    [
      "what is set aside by a rule that is open stays",
      [rule("a", { setAsideBy: "calm" }), soothing],
      { calm: "cannot-tell" },
      "a",
    ],
    [
      "what is ruled out or open is no diagnosis",
      [rule("a"), rule("b")],
      { a: "does-not-match", b: "cannot-tell" },
      "",
    ],
  ])("%s", (_, rules, verdicts, expected) => {
    expect(sketch(reportOf(rules, verdicts).diagnoses)).toBe(expected);
    expect(sketch(reportOf(rules.toReversed(), verdicts).diagnoses)).toBe(expected);
  });

  it("a consequence of several roots names the others", () => {
    const rules = [rule("a", { explains: ["c"] }), rule("b", { explains: ["c"] }), rule("c")];
    expect(find(reportOf(rules).diagnoses, "c")).toMatchObject({ alsoCausedBy: ["b"], mayBeCausedBy: [] });
  });

  it("a finding names the less sure roots that would explain it", () => {
    const rules = [
      rule("a", { explains: ["b"], ...possible }),
      rule("b", { explains: ["c"], ...possible }),
      rule("c", certain),
    ];
    const report = reportOf(rules);
    expect(sketch(report.diagnoses)).toBe("c a(b)");
    expect(find(report.diagnoses, "c")).toMatchObject({ alsoCausedBy: [], mayBeCausedBy: ["a"] });
  });

  it("a chain of sixty causes is printed on at most twelve levels, each rule once", () => {
    const ids = Array.from({ length: 60 }, (_, index) => `r${String(index).padStart(2, "0")}`);
    const rules = ids.map((id, index) => rule(id, { explains: ids.slice(index + 1, index + 2) }));
    const drawn = sketch(reportOf(rules).diagnoses);
    expect(drawn.match(/\(/g)).toHaveLength(11);
    expect(drawn.match(/r\d\d/g)).toEqual(ids);
  });

  it("what is set aside says by which rule and why", () => {
    const report = reportOf([rule("a", { setAsideBy: "calm" }), soothing]);
    expect(report.diagnoses).toEqual([]);
    expect(report.setAside).toMatchObject([
      {
        rule: "a",
        by: "calm",
        because: 'It speaks of the past: now it is proved that "The calm is cracked".',
      },
    ]);
  });

  it("the report speaks only of the rules that were asked for, and history stays history", () => {
    const rules = [rule("a", { explains: ["b"] }), rule("b"), rule("c", { setAsideBy: "calm" }), soothing];
    const report = reportOf(rules, {}, ["b", "c"]);
    expect(sketch(report.diagnoses)).toBe("b");
    expect(report.setAside.map((one) => one.rule)).toEqual(["c"]);
    expect(report.summary).toEqual({ rules: 2, matches: 2, doesNotMatch: 0, cannotTell: 0 });
    expect(report.verdicts.map((one) => one.rule)).toEqual(["b", "c"]);
  });
});

describe("the order of roots", () => {
  const symptom = rule("steam", { kind: "symptom" });
  it.each<[string, readonly Rule[], string]>([
    [
      "those that explain a reported symptom come first",
      [rule("a", critical), rule("b", { explains: ["steam"], ...possible }), symptom],
      "b a",
    ],
    [
      "possible ones come after likely and certain ones",
      [rule("a", { ...possible, ...critical }), rule("b")],
      "b a",
    ],
    ["severity counts before likely or certain", [rule("a", certain), rule("b", critical)], "b a"],
    [
      "a root is as grave as what it brought about",
      [rule("a", certain), rule("b", { explains: ["c"], severity: "low" }), rule("c", critical)],
      "b(c) a",
    ],
    ["the surer one comes first among equals", [rule("a"), rule("b", certain)], "b a"],
    [
      "capital letters come before small ones everywhere",
      [rule("a"), rule("B"), rule("ä"), rule("z")],
      "B a z ä",
    ],
  ])("%s", (_, rules, expected) => {
    expect(sketch(reportOf(rules).diagnoses)).toBe(expected);
  });
});

describe("reported symptoms", () => {
  const steam = rule("steam", { kind: "symptom" });
  const whistle = rule("whistle", { kind: "symptom" });

  it("name the diagnoses that explain them in reading order, and those that nothing explains are listed", () => {
    const rules = [
      rule("a", { explains: ["b"] }),
      rule("b", { explains: ["steam"] }),
      rule("c", critical),
      steam,
      whistle,
    ];
    const report = reportOf(rules);
    expect(report.symptoms.map((one) => [one.rule, one.explainedBy])).toEqual([
      ["steam", ["a", "b"]],
      ["whistle", []],
    ]);
    expect(report.unexplained).toEqual(["whistle"]);
  });

  it("are explained by the finer rule where the less precise one would", () => {
    const rules = [rule("fine", { refines: "coarse" }), rule("coarse", { explains: ["steam"] }), steam];
    expect(reportOf(rules).symptoms).toMatchObject([{ explainedBy: ["fine"] }]);
  });

  it("are not explained by history, nor by what is open", () => {
    const rules = [
      rule("a", { explains: ["steam"], setAsideBy: "calm" }),
      rule("b", { explains: ["steam"] }),
      soothing,
      steam,
    ];
    expect(reportOf(rules, { b: "cannot-tell" }).unexplained).toEqual(["steam"]);
  });

  it("stay explained by rules that were not asked for", () => {
    const rules = [rule("a", { explains: ["steam"] }), rule("b"), steam];
    expect(reportOf(rules, {}, ["b"]).unexplained).toEqual([]);
  });

  it("that nobody reported are left out", () => {
    expect(reportOf([steam, whistle], { steam: "cannot-tell", whistle: "does-not-match" }).symptoms).toEqual(
      [],
    );
  });
});
