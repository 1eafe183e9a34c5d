import { describe, expect, it } from "vitest";
import type { PackFile } from "../../../../engine/rulebook/source.ts";
import { coverage } from "../../../../engine/trial/coverage/coverage.ts";
import { subjectsOf } from "../../../../engine/trial/coverage/covered-subjects.ts";
import { runExamples } from "../../../../engine/trial/examples.ts";
import { coveragePercent } from "../../../../reporters/coverage.ts";
import type { FactFile } from "../../../../schemas/generated/types.ts";
import { harbourFiles, packOf, runOf } from "../harbour.ts";

/** What is never seen of a rule or fact, as `line: words: outcomes`. */
async function gapsOf(id: string, files: readonly PackFile[], facts: readonly FactFile["facts"][] = []) {
  const pack = await packOf(files);
  const examples = await runExamples(pack.rulebook, pack.examples);
  const cases = [];
  for (const each of facts) cases.push(await runOf("title: a\nmatches: []\n", each, pack));
  const found = coverage(subjectsOf(pack), { examples, cases }, pack.rulebook).find((each) => each.id === id);
  return (found?.conditions ?? []).flatMap(({ place, words, unseen }) =>
    unseen.length === 0 ? [] : [`${place.line}: ${words}: ${unseen.join(", ")}`],
  );
}

const withExamples = (path: string, examples: string): PackFile[] =>
  harbourFiles.map((file) =>
    file.path === path ? { ...file, text: file.text.replace(/examples:[\s\S]*/, () => examples) } : file,
  );

describe("coverage", () => {
  it("needs no example for unknown: without facts nothing is known", async () => {
    const files = withExamples(
      "health/toner-is-sound.yaml",
      "examples:\n  matches: [{ toner.left: 90 }]\n  does-not-match: [{ toner.left: 20 }]\n",
    );
    expect(await gapsOf("toner-is-sound", files)).toEqual([]);
  });

  it("shows outcomes that no example of the rule brings about", async () => {
    expect(await gapsOf("toner-low", harbourFiles)).toEqual([
      "8: toner.level is one of low, empty: false",
      "10: toner.used is at least 5: false",
      "11: printer.port is not none: false",
    ]);
  });

  it("counts what a case brings about", async () => {
    const facts = { "printer.address": null, "toner.grams": 1, "toner.grams-when-full": 4 };
    expect(await gapsOf("toner-low", harbourFiles, [facts])).toEqual([
      "8: toner.level is one of low, empty: false",
    ]);
  });

  it("does not count the examples of other rules", async () => {
    const files = withExamples(
      "health/toner-is-sound.yaml",
      "examples:\n  matches: [{ toner.left: 90, printer.address: none }]\n  does-not-match: [{ toner.left: 20 }]\n",
    );
    expect(await gapsOf("toner-low", files)).toContain("11: printer.port is not none: false");
  });

  it("asks for the outcomes of a test of rows on single rows", async () => {
    const gaps = await gapsOf("nothing-printed", harbourFiles);
    expect(gaps).toEqual(['5: name is "nothing-printed": false, unknown']);
    const other = [{ "reported.symptoms": { items: [{ name: "smoke" }, {}] } }];
    expect(await gapsOf("nothing-printed", harbourFiles, other)).toEqual([]);
  });

  it("covers the conditions of facts by cases, whoever brings their outcomes about", async () => {
    expect(await gapsOf("toner.level", harbourFiles)).toEqual([
      "74: printer.is-colour is false: true, false",
      "74: toner.grams-when-full is 0: true, false",
      '76: some of jobs where error contains "toner low": true',
      '76: error contains "toner low": true, unknown',
    ]);
  });

  it("is 100 percent only where nothing is missing", () => {
    const place = { line: 1, column: 1, length: 1 };
    const subject = (unseen: readonly (true | "unknown")[]) => ({
      kind: "rule" as const,
      id: "a",
      file: "a.yaml",
      conditions: Array.from({ length: 500 }, (_, index) => ({
        place,
        words: "",
        rowsOf: null,
        unseen: index === 0 ? unseen : [],
      })),
    });
    expect(coveragePercent([subject([])])).toBe(100);
    expect(coveragePercent([subject([true])])).toBe(99);
    expect(coveragePercent([])).toBe(100);
  });
});
