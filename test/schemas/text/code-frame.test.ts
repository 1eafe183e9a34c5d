import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrame } from "../../../schemas/text/code-frame.ts";

const frame = (text: string, line: number, column: number, length = 1) =>
  codeFrame(text, { line, column, length }).split("\n");

describe("a code frame", () => {
  it("shows two lines before the place and a caret under it", () => {
    expect(codeFrame("a: 1\nb: 2\nc: 3\nport: 84433\ne: 5", { line: 4, column: 7, length: 5 })).toBe(
      ["    2 | b: 2", "    3 | c: 3", "    4 | port: 84433", "      |       ^^^^^"].join("\n"),
    );
  });

  it.each([
    ["a tab as one space", "\tport: x", 8, 1, "    1 |  port: x", "      |        ^"],
    ["a control character as its number", "a\u001Bb: x", 6, 1, "    1 | a\\u{1b}b: x", "      |           ^"],
    ["a direction mark as its number", "\u202Eb: x", 5, 1, "    1 | \\u{202e}b: x", "      |            ^"],
    ["a character outside the basic plane as one", "😀: x", 5, 1, "    1 | 😀: x", "      |    ^"],
    ["no byte order mark", "\uFEFFa: x", 4, 1, "    1 | a: x", "      |    ^"],
    ["a caret behind the end", "abc", 9, 3, "    1 | abc", "      |    ^"],
    ["a caret no longer than the line", "abc", 2, 50, "    1 | abc", "      |  ^^"],
    ["a line with a carriage return", "abc\r\nd", 1, 1, "    1 | abc", "      | ^"],
  ])("shows %s", (_, text, column, length, line, caret) => {
    expect(frame(text, 1, column, length)).toEqual([line, caret]);
  });

  it("cuts a long line around the place", () => {
    const [line = "", caret = ""] = frame(`${"a".repeat(5_000)}X${"b".repeat(5_000)}`, 1, 5_001);
    expect(line.length).toBeLessThanOrEqual(110);
    expect(line[caret.indexOf("^")]).toBe("X");
    expect(line).toMatch(/ \| …a.*b…$/);
  });

  it("is empty where the text has no such line", () => {
    expect(codeFrame("a\nb", { line: 3, column: 1 })).toBe("");
    expect(codeFrame("", { line: 1, column: 1 })).toBe("    1 |\n      | ^");
  });

  it("never throws, never holds a control character, and its caret is its last line", () => {
    const character = fc.constantFrom(
      "a",
      "\t",
      "\n",
      "\r",
      "\u0000",
      "\u202E",
      "\uD83D",
      "😀",
      "é",
      "\uFEFF",
      "\u2028",
    );
    const text = fc.array(character, { maxLength: 300 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: -1, max: 9 }),
        fc.integer({ min: -5, max: 400 }),
        fc.nat(400),
        (source, line, column, length) => {
          const shown = codeFrame(source, { line, column, length });
          expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
          if (shown !== "") expect(shown.split("\n").at(-1)).toMatch(/^ +\| *\^+$/);
        },
      ),
      { seed: 20261, numRuns: 500 },
    );
  });
});
