import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columns } from "../../../reporters/text/width.ts";
import { wrap } from "../../../reporters/text/wrap.ts";

describe("columns", () => {
  it.each([
    ["", 0],
    ["port 8443", 9],
    ["Gerät·→…", 8],
    ["漢字", 4],
    ["ｆｕｌｌ", 8],
    ["한국어", 6],
    ["e\u0301", 1],
    ["\u{1f600}", 2],
    ["ע", 1],
  ])("of %s are counted as a terminal does", (text, expected) => {
    expect(columns(text)).toBe(expected);
  });
});

describe("wrap", () => {
  it.each([
    ["words that fit stay on a line", "the port is closed", 18, ["the port is closed"]],
    ["words that do not fit move on", "the port is closed", 17, ["the port is", "closed"]],
    ["spaces are not doubled", " the   port ", 20, ["the port"]],
    ["nothing is one empty line", "", 20, [""]],
    [
      "a long path breaks behind a slash",
      "ProgramData/Microsoft/Config",
      24,
      ["ProgramData/Microsoft/", "Config"],
    ],
    ["a word without such a place breaks where it must", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["wide letters count twice", "漢字漢字漢", 6, ["漢字漢", "字漢"]],
    ["a line takes at least a letter", "漢字", 1, ["漢", "字"]],
  ])("%s", (_, text, width, expected) => {
    expect(wrap(text, width)).toEqual(expected);
  });

  it("gives the first line its own width", () => {
    expect(wrap("a bb ccc dddd", 10, 4)).toEqual(["a bb", "ccc dddd"]);
  });

  it("loses no letter and keeps within the width", () => {
    const text = fc.string({ unit: "grapheme-composite", maxLength: 120 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (words, width) => {
        const lines = wrap(words, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
        expect(lines.filter((line) => columns(line) > width)).toEqual([]);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});
