import { describe, expect, it } from "vitest";
import type { KnownList, Reading } from "../../../engine/facts/reading.ts";
import { describeConflicts } from "../../../engine/report/conflicts.ts";
import {
  byId,
  type Facts,
  fakeEvaluation,
  fakeFact,
  fakeList,
  fakeRulebook,
  valueReading,
} from "./fake-case.ts";

const facts: Facts = byId([
  fakeFact("lid.print", { type: "thumbprint" }),
  fakeFact("lid.fired-on", { type: "timestamp" }),
  fakeFact("lid.ok", { type: "boolean" }),
  fakeList("cups", { key: ["name"], fields: { name: fakeField(), size: fakeField() } }),
]);

function fakeField() {
  const { type, values, alsoWritten, unit, orNone, message, description, sensitive } = fakeFact("field");
  return { type, values, alsoWritten, unit, orNone, message, description, sensitive, derived: null };
}

function conflictsOf(
  conflicting: readonly string[],
  file = {},
  readings: Record<string, Reading> = {},
  lists = {},
) {
  const { memory } = fakeEvaluation([], { conflicting, readings, lists });
  return describeConflicts(fakeRulebook([], { facts }), memory, file);
}

const print = "4905E12F00123ABC4905E12F00123ABC4905E12F";

describe("conflicts", () => {
  it("merge claims that differ in writing only, and keep the place of each", () => {
    const conflict = [
      {
        value: print.toUpperCase(),
        from: [
          { source: "b", at: "3" },
          { source: "a", collector: "import" },
        ],
      },
      { value: "FFFF".repeat(10), from: [{ source: "c" }] },
      { value: `${print.slice(0, 2)} ${print.slice(2)}`, from: [{ source: "a" }] },
    ];
    expect(conflictsOf(["lid.print"], { "lid.print": { conflict } })).toEqual([
      {
        fact: "lid.print",
        claims: [
          { value: print, from: [{ source: "a" }, { source: "b", at: "3" }] },
          { value: "FFFF".repeat(10), from: [{ source: "c" }] },
        ],
      },
    ]);
  });

  it("show a time as a person reads it, and a claim that cannot be read as it stands", () => {
    const conflict = [{ value: "2026-11-20T14:05:07+01:00" }, { value: "last spring" }];
    expect(conflictsOf(["lid.fired-on"], { "lid.fired-on": { conflict } })[0]?.claims).toEqual([
      { value: "2026-11-20 13:05 UTC", from: [] },
      { value: "last spring", from: [] },
    ]);
  });

  it("of a fact that is derived show the claims, ordered by fact and claim", () => {
    const readings = { "lid.ok": valueReading(true, false), "lid.print": valueReading("ff", "ee") };
    expect(conflictsOf(["lid.print", "lid.ok"], {}, readings)).toEqual([
      {
        fact: "lid.ok",
        claims: [
          { value: "false", from: [] },
          { value: "true", from: [] },
        ],
      },
      {
        fact: "lid.print",
        claims: [
          { value: "ee", from: [] },
          { value: "ff", from: [] },
        ],
      },
    ]);
  });

  it("in a row name the field and the row", () => {
    const row = {
      exists: true as const,
      fields: new Map([
        ["name", valueReading("mug")],
        ["size", valueReading("big", "small")],
      ]),
      at: [{ source: "shelf", at: "2" }],
    };
    const cups: KnownList = { known: true, rows: [row], unseen: () => [], at: [], through: [] };
    expect(conflictsOf(["cups"], {}, {}, { cups })).toEqual([
      {
        fact: "cups",
        claims: [
          { value: "size big (name mug)", from: [{ source: "shelf", at: "2" }] },
          { value: "size small (name mug)", from: [{ source: "shelf", at: "2" }] },
        ],
      },
    ]);
  });
});
