import { describe, expect, it } from "vitest";
import type { KnownList } from "../../../engine/facts/reading.ts";
import { renderBecause } from "../../../engine/report/because.ts";
import { byId, type Facts, fakeEvaluation, fakeFact, fakeList, valueReading } from "./fake-case.ts";

const facts: Facts = byId([
  fakeFact("lid.days-left", { type: "number", unit: "days" }),
  fakeFact("lid.colour"),
  fakeFact("lid.handle"),
  fakeList("cups"),
  fakeList("saucers"),
]);

const row = (exists: true | "unknown") => ({ exists, fields: new Map(), at: [] });
const cups: KnownList = {
  known: true,
  rows: [row(true), row("unknown"), row(true)],
  unseen: () => [],
  at: [],
  through: [],
};

const { memory } = fakeEvaluation([], {
  readings: { "lid.days-left": valueReading(-8), "lid.colour": valueReading("{{ lid.days-left }}", "$&") },
  lists: { cups },
});

describe("because", () => {
  it.each([
    ["It broke {{ lid.days-left }} ago.", "It broke -8 days ago."],
    ["{{lid.days-left}}{{ lid.handle }}", "-8 days(not known)"],
    ["The lid is {{ lid.colour }}.", "The lid is $& or {{ lid.days-left }}."],
    ["{{ cups }} and {{ saucers }}", "2 rows and (not known)"],
    ["{{ constructor }} and { lid.colour }", "{{ constructor }} and { lid.colour }"],
  ])("%s", (text, expected) => {
    expect(renderBecause(text, facts, memory)).toBe(expected);
  });
});
