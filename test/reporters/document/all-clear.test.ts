import { describe, expect, it } from "vitest";
import { text } from "../../../reporters/text.ts";
import type { Evidence, Report } from "../../../schemas/generated/types.ts";
import { bare, emptyReport, test } from "../reports/parts.ts";

const rule = (id: string, expected: "matches" | "does-not-match"): Evidence => ({
  kind: "rule",
  truth: true,
  rule: id,
  expected,
  found: expected,
});

/** The line of an all-clear beside a diagnosis. */
function lineFor(...parts: Evidence[]): string | undefined {
  const report: Report = {
    ...emptyReport,
    outcome: "diagnosed",
    diagnoses: [
      {
        ...bare,
        rule: "lid-gone",
        title: "The lid is gone",
        severity: "low",
        confidence: "certain",
        because: "-",
        evidence: test("lid", "no"),
      },
    ],
    allClear: [
      {
        rule: "tight",
        title: "The pot is tight",
        area: "pot",
        because: "",
        evidence: { kind: "all", truth: true, parts },
      },
    ],
  };
  const words = text(report, { colour: false, verbose: false }).replace(/\s+/g, " ");
  return /The pot is tight: (.*?) (?:[A-Z]{4,}|connector-doctor)/.exec(words)?.[1];
}

describe("an all-clear beside a diagnosis", () => {
  it.each<[string, Evidence[], string]>([
    ["the facts that prove it", [test("spout", "dry"), test("seam", "whole")], "spout, seam"],
    ["the rules that prove it", [rule("water-stays", "matches")], "water-stays"],
    [
      "how many faults are ruled out, because their names would read as if they were there",
      [rule("spout-cracked", "does-not-match"), rule("seam-open", "does-not-match"), test("spout", "dry")],
      "2 faults ruled out; spout",
    ],
    ["one fault", [rule("spout-cracked", "does-not-match")], "1 fault ruled out"],
  ])("names %s", (_, parts, line) => {
    expect(lineFor(...parts)).toBe(line);
  });
});
