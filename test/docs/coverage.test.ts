import { describe, expect, it } from "vitest";
import { coverageProblems, uncoveredParts } from "../../build/docs/coverage/check-coverage.ts";
import { type Coverage, type CoveredPart, readCoverage } from "../../build/docs/coverage/coverage.ts";
import { coveragePage } from "../../build/docs/coverage/coverage-page.ts";
import { shippedRulebook } from "../../build/docs/shipped-rulebook.ts";
import { root } from "../support/source-files.ts";

const rulebook = await shippedRulebook();
const shipped = readCoverage(root);

describe("what the rules cover", () => {
  it("names only rules, steps and ways of asking that there are, and every fault, advisory and symptom", () => {
    expect(coverageProblems(shipped, rulebook)).toEqual([]);
  });

  it("leaves no part without something that carries it", () => {
    expect(uncoveredParts(shipped)).toEqual([]);
  });

  it("quotes a few words and no more", () => {
    const quotes = shipped.documents.flatMap(({ parts }) => parts.flatMap(({ quote = [] }) => quote));
    expect(quotes.length).toBeGreaterThan(30);
    expect(quotes.filter((quote) => quote.split(" ").length > 10)).toEqual([]);
  });

  it("says of every part one full sentence, and calls no two parts of a document alike", () => {
    for (const { parts, title } of shipped.documents) {
      for (const { says } of parts) expect(says, title).toMatch(/^[A-Z].*\.$/s);
      const names = parts.map(({ name }) => name);
      expect(new Set(names).size, title).toBe(names.length);
    }
  });

  it("has the ten steps of the first page, the eight of the second, and the forty-six causes", () => {
    const [first, second, causes] = shipped.documents.map(({ parts }) => parts.map(({ name }) => name));
    expect(first?.filter((name) => /^Flowchart, step \d+$/.test(name))).toHaveLength(10);
    expect(second?.filter((name) => /^Step \d+$/.test(name))).toHaveLength(8);
    expect(causes?.map((name) => Number(name.slice(1, 3)))).toEqual(
      Array.from({ length: 46 }, (_, i) => i + 1),
    );
  });
});

describe("the check of what the rules cover", () => {
  const all = rulebook.rules.filter(({ kind }) => kind !== "all-clear").map(({ id }) => id);
  const part: CoveredPart = { name: "The gate", says: "It shuts.", rules: all };
  const coverage = (parts: readonly CoveredPart[], beyond: Coverage["beyond"] = []): Coverage => ({
    documents: [{ title: "Harbour", about: "A harbour.", parts }],
    beyond,
  });
  const some = all.slice(1);
  const [left = ""] = all;

  it.each<[string, Coverage, readonly (string | RegExp)[]]>([
    ["nothing, where all is well", coverage([part]), []],
    ["an unknown rule", coverage([{ ...part, rules: [...all, "gate-shut"] }]), [/rule "gate-shut"/]],
    ["a rule that is named twice", coverage([{ ...part, rules: [...all, left] }]), [/twice/]],
    [
      "an unknown step",
      coverage([{ ...part, steps: ["connector-issues/gate"] }]),
      [/step "connector-issues\/gate"/],
    ],
    [
      "a step of an unknown chart",
      coverage([{ ...part, steps: ["gate/restart"] }]),
      [/step "gate\/restart"/],
    ],
    ["an unknown way of asking", coverage([{ ...part, asks: ["knock"] }]), [/way of asking "knock"/]],
    ["a key that nobody reads", coverage([Object.assign({ rule: "x" }, part)]), [/the key "rule"/]],
    [
      "a rule that nothing names",
      coverage([{ ...part, rules: some }]),
      [new RegExp(`No document names .*"${left}"`)],
    ],
    ["a rule that stands beyond", coverage([{ ...part, rules: some }], [{ rule: left, why: "Seen." }]), []],
    [
      "a rule that stands beyond and inside",
      coverage([part], [{ rule: left, why: "Seen." }]),
      [/and a document names it/],
    ],
    [
      "an unknown rule beyond",
      coverage([part], [{ rule: "gate-shut", why: "Seen." }]),
      [/Beyond .*"gate-shut"/],
    ],
  ])("finds %s", (_, given, told) => {
    const problems = coverageProblems(given, rulebook);
    expect(problems).toHaveLength(told.length);
    for (const [index, words] of told.entries()) expect(problems[index]).toMatch(words);
  });

  it("lists the parts that nothing carries, and the page says so", () => {
    const bare: CoveredPart = { name: "The quay", says: "It is wet." };
    const empty = { ...bare, name: "The crane", rules: [] };
    const carried = { ...bare, name: "The buoy", steps: ["connector-issues/restart"] };
    const given = coverage([part, bare, empty, carried]);
    expect(uncoveredParts(given)).toEqual(["Harbour: The quay", "Harbour: The crane"]);
    const page = coveragePage(given, rulebook);
    expect(page).toContain("| **The quay**<br>It is wet. | Nothing yet. |");
    expect(page).toContain("2 of 4 parts are carried");
  });
});
