import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../engine/report/assemble.ts";
import type { Rule } from "../../../engine/rulebook/rulebook.ts";
import type { Evidence } from "../../../schemas/generated/types.ts";
import { fakeEvaluation, fakeRule, fakeRulebook, leaf, missingFact, options } from "./fake-case.ts";

const open = leaf("x", "unknown");
const two: Evidence = { kind: "any", truth: "unknown", parts: [open, open, leaf("y", false)] };
const closed: Evidence = { kind: "any", truth: true, parts: [open, open, open, leaf("y", true)] };
const one: Evidence = {
  kind: "all",
  truth: "unknown",
  parts: [closed, { kind: "not", truth: "unknown", parts: [open] }],
};

function undecided(rules: readonly Rule[], evidence: Record<string, Evidence> = {}) {
  const verdicts = Object.fromEntries(
    rules.map(({ id, kind }) => [id, kind === "symptom" ? ("matches" as const) : ("cannot-tell" as const)]),
  );
  const found = {
    verdicts,
    evidence,
    missing: { a: [missingFact("g"), missingFact("f"), missingFact("g")] },
  };
  return assembleReport(fakeRulebook(rules), fakeEvaluation(rules, found), { facts: {} }, options).undecided;
}

const symptom = fakeRule("steam", { kind: "symptom" });
const rule = fakeRule;

describe("undecided rules", () => {
  it.each<[string, readonly Rule[], Record<string, Evidence>, string[]]>([
    [
      "those that could explain an unexplained symptom come first, also through others",
      [rule("a"), rule("b", { explains: ["c"] }), rule("c", { explains: ["steam"] }), symptom],
      { b: two, c: two },
      ["b", "c", "a"],
    ],
    [
      "then those with the fewest leaves that still count",
      [rule("a"), rule("b")],
      { a: two, b: one },
      ["b", "a"],
    ],
    [
      "then the commonest",
      [
        rule("a", { commonness: "rare" }),
        rule("b", { commonness: "uncommon" }),
        rule("c", { commonness: "common" }),
      ],
      {},
      ["c", "b", "a"],
    ],
    ["then the gravest", [rule("a", { severity: "low" }), rule("b", { severity: "high" })], {}, ["b", "a"]],
    ["then by id", [rule("b"), rule("a")], {}, ["a", "b"]],
    ["all-clears and symptoms are no faults to decide", [rule("a", { kind: "all-clear" })], {}, []],
  ])("%s", (_, rules, evidence, expected) => {
    expect(undecided(rules, evidence).map((each) => each.rule)).toEqual(expected);
  });

  it("tell each missing fact once, in a fixed order", () => {
    expect(undecided([rule("a")])[0]?.missing).toEqual([missingFact("f"), missingFact("g")]);
  });
});
