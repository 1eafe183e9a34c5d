import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../engine/report/assemble.ts";
import { causes } from "../../../engine/report/causes.ts";
import { undecidedRules } from "../../../engine/report/undecided.ts";
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
    rules.map(({ id, kind }) => [
      id,
      kind === "symptom" || id === "boil" ? ("matches" as const) : ("cannot-tell" as const),
    ]),
  );
  const found = {
    verdicts,
    evidence,
    missing: { a: [missingFact("g"), missingFact("f"), missingFact("g")] },
  };
  return assembleReport(fakeRulebook(rules), fakeEvaluation(rules, found), { facts: {} }, options).undecided;
}

/** What it is worth to decide each of the rules, where the others match. */
function weights(rules: readonly Rule[], open: readonly string[], unexplained: readonly string[]) {
  const verdicts = Object.fromEntries(
    rules.map(({ id }) => [id, open.includes(id) ? ("cannot-tell" as const) : ("matches" as const)]),
  );
  const evaluation = fakeEvaluation(rules, { verdicts });
  const known = causes(new Map(rules.map((each) => [each.id, each])), () => false);
  const found = undecidedRules(rules, evaluation, known, unexplained, ["boil"]);
  return Object.fromEntries(found.map(({ rule: { id }, weight }) => [id, weight]));
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
      "then those that could explain what was found, or say it more precisely",
      [rule("a"), rule("b", { explains: ["boil"] }), rule("c", { refines: "boil" }), rule("boil")],
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

  it.each<[string, Partial<Rule>, readonly string[], number]>([
    [
      "a common one that explains the symptom by itself",
      { commonness: "common", explains: ["steam"] },
      ["steam"],
      1,
    ],
    ["an uncommon one", { explains: ["steam"] }, ["steam"], 0.5],
    ["a rare one", { commonness: "rare", explains: ["steam"] }, ["steam"], 0.25],
    ["one that needs another link", { commonness: "common", explains: ["link"] }, ["steam"], 0.75],
    ["one that explains nothing that is asked", { commonness: "common" }, ["steam"], 0.05],
    [
      "one that explains what was found, beside a symptom",
      { commonness: "common", explains: ["boil"] },
      ["steam"],
      0.05,
    ],
    ["one of the area in which something was found", { commonness: "common", area: "stove" }, [], 0.25],
    ["one that explains what was found", { commonness: "common", explains: ["boil"] }, [], 1],
    ["one that says more precisely what was found", { commonness: "common", refines: "boil" }, [], 1],
  ])("weigh by what their answer would be good for: %s", (_, own, unexplained, weight) => {
    const rules = [
      rule("a", own),
      rule("link", { explains: ["steam"] }),
      rule("boil", { area: "stove" }),
      symptom,
    ];
    expect(weights(rules, ["a"], unexplained)).toEqual({ a: weight });
  });
});
