import { describe, expect, it } from "vitest";
import { runExample } from "../../../engine/trial/examples.ts";
import { factFileOf } from "../../../engine/trial/fact-file-of.ts";
import { field, list, rule, rulebook, some, test } from "../../support/small-rulebook.ts";

const place = { file: "berths/unnamed-berth.yaml", line: 8, column: 5 };
const quay = list(
  "berths",
  { name: field("text", { orNone: true }), quay: field("text", { orNone: true }) },
  {
    coveredBy: ["quay"],
  },
);
const isUnnamed = rule("unnamed-berth", some("berths", test("name", "is", null)));

describe("the fact file of an example", () => {
  it.each<[string, unknown]>([
    ["rows alone", [{ name: "none" }]],
    ["rows with slices", { items: [{ name: "none" }], covers: [{ quay: "west" }] }],
    ["all rows", { items: [{ name: "none" }], complete: true }],
  ])("takes a field that says none for no such thing in %s", async (_, berths) => {
    const example = { rule: "unnamed-berth", facts: { berths }, now: null, place };
    const run = await runExample(rulebook([quay], [isUnnamed]), { ...example, expected: "matches" });
    expect(run).toMatchObject({ found: "matches", passed: true });
  });

  it("takes none for no such thing in a slice, too, and leaves a single value in full as it is", () => {
    const facts = {
      berths: { items: [{ name: "A7" }], covers: [{ quay: "none" }] },
      "berths.word": { value: "none" },
    };
    expect(factFileOf({ facts, now: "2026-06-01T06:30:00+02:00" })).toEqual({
      facts: { ...facts, berths: { items: [{ name: "A7" }], covers: [{ quay: null }] } },
      collectedAt: { from: "2026-06-01T06:30:00+02:00", to: "2026-06-01T06:30:00+02:00" },
    });
  });
});
