import { describe, expect, it } from "vitest";
import { found, ruleText } from "./greenhouse.ts";

type Outcome = "never-matches" | "always-matches" | "never-holds" | "fine";

/** What is proved about a condition in one line; the example gives a fact that it reads. */
const conditions: readonly (readonly [Outcome, string])[] = [
  ["fine", "{ air.celsius: { above: 3.5, below: 3.75 } }"],
  ["fine", "{ air.celsius: { at-least: 3.5, at-most: 3.5 } }"],
  ["never-matches", "{ air.celsius: { above: 3.5, below: 3.5 } }"],
  ["never-matches", "{ air.celsius: { above: 3.5, at-most: 3.5 } }"],
  ["never-matches", "{ all: [{ air.celsius: 4 }, { air.celsius: 5 }] }"],
  ["never-matches", "{ all: [{ air.celsius: [4, 5] }, { not: { air.celsius: { above: 3 } } }] }"],
  ["fine", "{ all: [{ air.celsius: [4, 5] }, { not: { air.celsius: 4 } }] }"],
  ["always-matches", "{ any: [{ air.celsius: { above: 3 } }, { air.celsius: { at-most: 3 } }] }"],
  ["always-matches", "{ any: [{ air.celsius: { is-not: 3 } }, { air.celsius: { is-not: 4 } }] }"],
  ["always-matches", "{ not: { air.celsius: { above: 4, below: 3 } } }"],
  // With none neither holds.
  ["fine", "{ any: [{ air.humidity: { above: 3 } }, { air.humidity: { at-most: 3 } }] }"],
  [
    "always-matches",
    "{ any: [{ air.humidity: { above: 3 } }, { air.humidity: { at-most: 3 } }, { air.humidity: none }] }",
  ],
  ["never-matches", "{ all: [{ air.humidity: none }, { air.humidity: { below: 40 } }] }"],
  ["never-matches", "{ air.humidity: { set: false, above: 3 } }"],
  ["fine", "{ air.humidity: { set: false, is-not: 3 } }"],
  ["never-matches", "{ all: [{ pump.state: [running, blocked] }, { pump.state: [stopped, none] }] }"],
  [
    "never-matches",
    "{ all: [{ pump.state: { is-not: running } }, { pump.state: { is-not: stopped } }, { pump.state: { is-not: blocked } }, { pump.state: { set: true } }] }",
  ],
  [
    "fine",
    "{ all: [{ pump.state: { is-not: running } }, { pump.state: { is-not: stopped } }, { pump.state: { is-not: blocked } }] }",
  ],
  ["always-matches", "{ any: [{ pump.state: [running, stopped] }, { pump.state: [blocked, none] }] }"],
  ["never-matches", "{ pump.state: { contains: xyz } }"],
  ["never-matches", "{ all: [{ pump.is-old: true }, { not: { pump.is-old: true } }] }"],
  ["always-matches", "{ any: [{ pump.is-old: true }, { pump.is-old: false }] }"],
  ["never-matches", '{ pump.firmware: { above: "1.10", below: "1.9" } }'],
  ["never-matches", '{ all: [{ pump.firmware: "7.0" }, { pump.firmware: { is-not: "7.0.0" } }] }'],
  ["fine", '{ pump.firmware: { above: "1.9", below: "1.10" } }'],
  ["never-matches", "{ all: [{ pump.name: Anna }, { pump.name: { starts-with: B } }] }"],
  ["never-matches", "{ all: [{ pump.name: Anna }, { pump.name: { is-not: ANNA } }] }"],
  ["fine", "{ all: [{ pump.name: Anna }, { pump.name: { contains: nn } }] }"],
  ["never-matches", "{ all: [{ pump.name: { starts-with: Ab } }, { pump.name: { starts-with: Ac } }] }"],
  [
    "never-matches",
    "{ all: [{ pump.name: { starts-with: Abc } }, { not: { pump.name: { contains: bc } } }] }",
  ],
  ["fine", "{ all: [{ pump.name: { contains: Abc } }, { not: { pump.name: { starts-with: Abc } } }] }"],
  ["never-matches", "{ all: [{ pump.name: { ends-with: x } }, { pump.name: { ends-with: y } }] }"],
  ["fine", "{ all: [{ pump.name: { contains: x } }, { pump.name: { contains: y } }] }"],
  ["never-matches", "{ all: [{ pump.name: none }, { pump.name: { contains: x } }] }"],
  [
    "fine",
    "{ all: [{ pump.name: { is: Anna, exact: true } }, { not: { pump.name: { is: anna, exact: true } } }] }",
  ],
  [
    "never-matches",
    '{ pump.serviced-at: { after: "2026-01-01T00:00:00Z", before: "2025-12-31T23:59:59+00:00" } }',
  ],
  [
    "never-matches",
    "{ all: [{ pump.serviced-at: { within-last: 3 days } }, { not: { pump.serviced-at: { within-last: 4 days } } }] }",
  ],
  [
    "fine",
    "{ all: [{ pump.serviced-at: { within-last: 4 days } }, { not: { pump.serviced-at: { within-last: 3 days } } }] }",
  ],
  ["fine", '{ pump.serviced-at: { within-last: 4 days, before: "2026-01-01T00:00:00Z" } }'],
  [
    "never-matches",
    "{ all: [{ pump.name: { fact: pump.wanted-name } }, { pump.name: { differs-from: { fact: pump.wanted-name } } }] }",
  ],
  [
    "always-matches",
    "{ any: [{ pump.name: { fact: pump.wanted-name } }, { pump.name: { differs-from: { fact: pump.wanted-name } } }] }",
  ],
  // Rows are counted: there are never fewer than none, nor 2.5 of them.
  ["never-matches", "{ beds.dry: { below: 0 } }"],
  ["never-matches", "{ beds.dry: { above: 2, below: 3 } }"],
  ["never-matches", "{ beds.dry: 2.5 }"],
  ["always-matches", "{ beds.dry: { at-least: 0 } }"],
  ["fine", "{ beds.dry: { above: 2, below: 4 } }"],
  // Through facts by cases and through other rules
  ["never-matches", "{ all: [{ pump.kind: large }, { pump.name: { starts-with: S- } }] }"],
  ["fine", "{ all: [{ pump.kind: small }, { pump.name: { starts-with: S- } }, { pump.is-old: true }] }"],
  ["never-matches", "{ all: [{ pump.kind: [small, large] }, { pump.name: none }] }"],
  ["never-matches", "{ all: [{ rule.bed-of-tomatoes: matches }, { none: beds }] }"],
  [
    "never-matches",
    "{ all: [{ rule.bed-of-tomatoes: does-not-match }, { some: beds, where: { crop: tomato, number: 4 } }] }",
  ],
  ["never-matches", "{ all: [{ rule.bed-of-tomatoes: does-not-match }, { rule.bed-of-tomatoes: matches }] }"],
  // Rows
  ["never-matches", "{ some: beds, where: { number: { above: 5, below: 4 } } }"],
  [
    "fine",
    "{ all: [{ some: beds, where: { number: { above: 5 } } }, { some: beds, where: { number: { below: 4 } } }] }",
  ],
  [
    "never-matches",
    "{ all: [{ none: beds, where: { crop: basil } }, { some: beds, where: { crop: basil, litres: 3 } }] }",
  ],
  [
    "fine",
    "{ all: [{ none: beds, where: { crop: basil, litres: 3 } }, { some: beds, where: { crop: basil } }] }",
  ],
  [
    "never-matches",
    "{ all: [{ every: beds, among: { crop: basil }, where: { litres: 0 } }, { some: beds, where: { crop: basil, litres: { above: 0 } } }] }",
  ],
  [
    "never-matches",
    "{ all: [{ every: beds, among: { crop: basil }, where: { litres: 0 } }, { none: beds, where: { crop: basil } }] }",
  ],
  [
    "always-matches",
    "{ any: [{ some: beds, where: { crop: basil } }, { none: beds, where: { crop: basil } }] }",
  ],
  [
    "fine",
    "{ any: [{ some: beds, where: { crop: basil } }, { some: beds, where: { crop: tomato, number: 7 } }] }",
  ],
  // One alternative of two
  ["never-holds", "{ any: [{ air.celsius: { above: 30 } }, { air.humidity: { above: 30, below: 20 } }] }"],
  [
    "never-holds",
    "{ all: [{ pump.state: running }, { any: [{ pump.is-old: true }, { pump.state: stopped }] }] }",
  ],
];

describe("a condition", () => {
  it.each(conditions)("%s: %s", async (outcome, when) => {
    const fact = /(?:air|pump|beds)[.a-z-]*|rule\.bed/.exec(when)?.[0] ?? "";
    const example =
      fact.startsWith("rule") || fact === "beds"
        ? "beds: none"
        : `${fact}: { unknown: timeout }, now: "2026-05-01T00:00:00Z"`;
    const all = await found({
      "water/tested.yaml": ruleText("tested", when, example, "refines: bed-of-tomatoes\n"),
    });
    const told = all.filter((each) => !each.includes("relation-without-effect"));
    expect(told.map((each) => each.split(" ")[1])).toEqual(outcome === "fine" ? [] : [outcome]);
  });
});
