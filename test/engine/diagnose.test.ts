import { describe, expect, it } from "vitest";
import { diagnose } from "../../engine/diagnose.ts";
import { report as validateReport } from "../../schemas/generated/validate-report.cjs";
import { byId, fakeFact, fakeRule, fakeRulebook, options } from "./report/fake-case.ts";

const rulebook = fakeRulebook(
  [
    fakeRule("cold", {
      because: "The water has {{ water.degrees }} degrees.",
      when: {
        kind: "test",
        subject: "water.degrees",
        operator: "below",
        operand: { kind: "values", values: [71] },
      },
    }),
    fakeRule("empty", {
      when: {
        kind: "test",
        subject: "water.seen",
        operator: "is",
        operand: { kind: "values", values: [false] },
      },
    }),
  ],
  {
    facts: byId([fakeFact("water.degrees", { type: "number" }), fakeFact("water.seen", { type: "boolean" })]),
  },
);

describe("a diagnosis of facts", () => {
  it("goes from a fact file to a report that keeps to its schema", async () => {
    const report = await diagnose(rulebook, { facts: { "water.degrees": 43 } }, options);
    validateReport(report);
    expect(validateReport.errors ?? []).toEqual([]);
    expect(report.headline).toBe("Likely: The cold is cracked.");
    expect(report.diagnoses).toMatchObject([{ rule: "cold", because: "The water has 43 degrees." }]);
    expect(report.undecided).toMatchObject([
      { rule: "empty", missing: [{ fact: "water.seen", reason: "not-collected" }] },
    ]);
  });

  it("says that nothing is proved where no facts are given", async () => {
    const report = await diagnose(rulebook, { facts: {} }, options);
    expect([report.outcome, report.headline]).toEqual([
      "inconclusive",
      "Nothing is proved: 2 of 2 rules could not be checked.",
    ]);
  });
});
