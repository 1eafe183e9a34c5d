import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../engine/report/assemble.ts";
import type { FactFile, Warning } from "../../../schemas/generated/types.ts";
import { fakeEvaluation, fakeRulebook, options } from "./fake-case.ts";

const packs = [
  { id: "tray", version: "0.2.0", title: "Trays", digest: "7r4y" },
  { id: "cosy", version: "1.1.0", title: "Cosies", digest: "c057" },
];

function reportOf(file: FactFile, warnings: readonly Warning[] = [], seen: readonly Warning[] = []) {
  const evaluation = fakeEvaluation([], { warnings: seen });
  const whole = { toolVersion: "2.7.18", digest: (text: string) => `<${text}>`, warnings };
  return assembleReport(fakeRulebook([], { packs }), evaluation, file, whole);
}

describe("what a report says of its input", () => {
  it("names the tool, the packs by id, and the facts by a digest that no order changes", () => {
    const rows = [{ name: "mug", size: 3 }, { name: "cup" }];
    const file = {
      facts: { b: { items: rows, covers: [{ shelf: 2 }, { shelf: 1 }] }, a: -8 },
      collectedAt: { to: "2026-11-20T14:05:00Z" },
    };
    const same = {
      sources: { other: { kind: "shelf" } },
      collectedAt: { to: "2026-11-20T14:05:00Z" },
      facts: {
        a: -8,
        b: { covers: [{ shelf: 1 }, { shelf: 2 }], items: [{ name: "cup" }, { size: 3, name: "mug" }] },
      },
    };
    const { versions } = reportOf(file);
    expect(versions).toEqual({
      tool: "2.7.18",
      packs: [
        { id: "cosy", version: "1.1.0", digest: "c057" },
        { id: "tray", version: "0.2.0", digest: "7r4y" },
      ],
      facts:
        '<{"collectedAt":{"to":"2026-11-20T14:05:00Z"},"facts":{"a":-8,"b":{"covers":[{"shelf":1},{"shelf":2}],"items":[{"name":"cup"},{"name":"mug","size":3}]}}}>',
    });
    expect(reportOf(same).versions.facts).toBe(versions.facts);
    expect(reportOf({ facts: { a: -7 } }).versions.facts).not.toBe(
      reportOf({ facts: { a: -8 } }).versions.facts,
    );
  });

  it("keeps the subject, the time of the collection and the sources by key", () => {
    const sources = { z: { kind: "shelf", path: "z.txt" }, A: { kind: "box" } };
    const report = reportOf({ facts: {}, subject: { host: "POT-7", role: "second pot" }, sources });
    expect(report).toMatchObject({
      subject: { host: "POT-7", role: "second pot" },
      collectedAt: { to: "2026-11-20T14:05:00Z" },
    });
    expect(Object.entries(report.sources)).toEqual([
      ["A", { kind: "box" }],
      ["z", { kind: "shelf", path: "z.txt" }],
    ]);
    expect(reportOf({ facts: {} })).toMatchObject({ subject: {}, sources: {} });
  });

  it("shows each warning once, by code, file and fact", () => {
    const [cut, odd, late] = [
      { code: "cut", message: "The end is missing.", file: "z.txt" },
      { code: "cut", message: "It is odd.", file: "a.txt" },
      { code: "age", message: "It is old.", fact: "b" },
    ];
    expect(reportOf({ facts: {} }, [cut, odd], [late, { ...cut }]).warnings).toEqual([late, odd, cut]);
    expect(reportOf({ facts: {} }, [odd, late], [cut]).warnings).toEqual([late, odd, cut]);
  });

  it("an empty case is a whole report", () => {
    expect(assembleReport(fakeRulebook([]), fakeEvaluation([]), { facts: {} }, options)).toMatchObject({
      outcome: "inconclusive",
      summary: { rules: 0, matches: 0, doesNotMatch: 0, cannotTell: 0 },
      flowchart: null,
    });
  });
});
