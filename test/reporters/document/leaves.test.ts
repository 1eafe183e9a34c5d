import { describe, expect, it } from "vitest";
import { decidingLeaves, openLeaves } from "../../../reporters/document/leaves.ts";
import type { Evidence, TruthValue } from "../../../schemas/generated/types.ts";

const leaf = (fact: string, truth: TruthValue): Evidence => ({
  kind: "test",
  truth,
  fact,
  expected: "is below 7",
  found: "9",
  at: [],
});
const group = (kind: "all" | "any" | "not", truth: TruthValue, ...parts: Evidence[]): Evidence => ({
  kind,
  truth,
  parts,
});
const yes = leaf("yes", true);
const no = leaf("no", false);
const open = leaf("open", "unknown");

const facts = (leaves: ReturnType<typeof decidingLeaves>) =>
  leaves.map((found) => (found.kind === "rule" ? found.rule : found.fact));

describe("the leaves that decide", () => {
  it.each([
    ["a leaf", yes, ["yes"]],
    ["all that hold", group("all", true, yes, leaf("too", true)), ["yes", "too"]],
    ["the one that fails", group("all", false, yes, no, open), ["no"]],
    ["the one that holds", group("any", true, no, open, yes), ["yes"]],
    ["all that fail", group("any", false, no, leaf("neither", false)), ["no", "neither"]],
    ["those that are open", group("all", "unknown", yes, open), ["open"]],
    ["what a not denies", group("not", true, group("any", false, no)), ["no"]],
    [
      "groups inside groups",
      group("all", true, group("any", true, no, yes), group("not", true, no)),
      ["yes", "no"],
    ],
    ["all, where none fits", group("all", true, no, open), ["no", "open"]],
  ])("are: %s", (_, evidence, expected) => {
    expect(facts(decidingLeaves(evidence))).toEqual(expected);
  });

  it("leave the open ones to be asked for on their own", () => {
    expect(facts(openLeaves(group("any", true, yes, group("not", "unknown", open))))).toEqual(["open"]);
  });

  it("are found at any depth", () => {
    let deep: Evidence = no;
    for (let depth = 0; depth < 20_000; depth++) deep = group("not", depth % 2 === 0, deep);
    expect(facts(decidingLeaves(deep))).toEqual(["no"]);
  });
});
