import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PackFile } from "../../../engine/rulebook/source.ts";
import { filesOf, load } from "./pack-on-disk.ts";

const files = filesOf("harbour-print-server");
const shown = new Set(files.map(({ shownAs }) => shownAs));

describe("whatever stands in the files of a pack", () => {
  it("is told at places that exist, and never thrown", async () => {
    const change = fc.record({
      file: fc.nat(files.length - 1),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      length: fc.nat(25),
      put: fc.constantFrom(
        "",
        " ",
        "\n",
        ":",
        "- ",
        "none",
        "{",
        "}",
        "[",
        "'",
        '"',
        "#",
        "where: ",
        "not: ",
        "__proto__: ",
        "rule.x",
        "5",
        "\t",
        "\u0000",
        "\u{1F4A9}",
        "~",
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const loaded = await load(changes.reduce(changed, files));
        for (const { file, line, column, message } of loaded.ok ? loaded.warnings : loaded.problems) {
          expect(shown).toContain(file);
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toBe("");
        }
      }),
      { seed: 20261, numRuns: 150 },
    );
  });

  it("is read in a time that fits its size", async () => {
    const dots = `${"a.".repeat(40_000)}a`;
    const many = Array.from({ length: 1_500 }, (_, index) => `unknown.fact-number-${index}-of-a-long-list`);
    const rule = (id: string, when: string): PackFile => ({
      pack: "harbour-print-server",
      path: `toner/${id}.yaml`,
      shownAs: `harbour-print-server/toner/${id}.yaml`,
      text: `id: ${id}\ntitle: T\nkind: all-clear\nwhen: ${when}\nbecause: "${"{{a\n  b}} ".repeat(8_000)}"\nexamples:\n  matches: [{ toner.left: 1 }]\n  does-not-match: [{ toner.left: 2 }]\n`,
    });
    const facts = many.map((name) => `${name}-that-is-known: { type: boolean, description: d }\n`).join("");
    const catalogue: PackFile = {
      pack: "harbour-print-server",
      path: "facts/many.yaml",
      shownAs: "harbour-print-server/facts/many.yaml",
      text: facts,
    };
    const loaded = await load([
      ...files,
      catalogue,
      rule("dotted", `{ ${dots}: 1 }`),
      rule("crowded", `\n${many.map((name) => `  ${name}: true\n`).join("")}`),
    ]);
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.filter(({ code }) => code === "unknown-fact").length).toBeGreaterThan(1_500);
  });
});

function changed(
  all: readonly PackFile[],
  { file, at, length, put }: { file: number; at: number; length: number; put: string },
): PackFile[] {
  return all.map((each, index) => {
    if (index !== file) return each;
    const offset = Math.floor(at * each.text.length);
    return { ...each, text: each.text.slice(0, offset) + put + each.text.slice(offset + length) };
  });
}
