import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, safeBlock, safeJson, safeLine } from "../../reporters/safe-text.ts";
import { anyText } from "./reports/any-text.ts";

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const runs = { seed: 20261, numRuns: 500 };

describe("safeLine", () => {
  it.each([
    ["an ordinary value stays", "proxy.contoso.example:8443", "proxy.contoso.example:8443"],
    ["letters of other scripts stay", "Vertrauensgerät 漢字 Ελλάδα", "Vertrauensgerät 漢字 Ελλάδα"],
    ["an escape sequence is shown", "\u001b[31mred", "\\u{1b}[31mred"],
    ["a C1 control is shown", "\u009b31m", "\\u{9b}31m"],
    ["delete is shown", "a\u007fb", "a\\u{7f}b"],
    ["line breaks and tabs become a space", "a\r\nb\tc\n\nd", "a b c d"],
    ["line and paragraph separators are shown", "a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
    [
      "marks of direction are shown",
      "a\u202eb\u2066c\u061cd\u200ee\u200f",
      "a\\u{202e}b\\u{2066}c\\u{61c}d\\u{200e}e\\u{200f}",
    ],
    ["zero width is shown", "a\u200bb\u2060c\ufeffd\u00ade", "a\\u{200b}b\\u{2060}c\\u{feff}d\\u{ad}e"],
    ["blank fillers are shown", "a\u3164b\u115fc", "a\\u{3164}b\\u{115f}c"],
    ["half a pair is shown", "a\ud800b", "a\\u{d800}b"],
    ["a whole pair stays", "a\u{1f600}b", "a\u{1f600}b"],
    ["hidden tags are shown", "a\u{e0041}b", "a\\u{e0041}b"],
  ])("%s", (_, text, expected) => {
    expect(safeLine(text)).toBe(expected);
  });

  it("cuts at 500 characters and says how many it left out", () => {
    expect(safeLine("x".repeat(500))).toBe("x".repeat(500));
    expect(safeLine("x".repeat(522))).toBe("x".repeat(522));
    expect(safeLine("x".repeat(523))).toBe(`${"x".repeat(500)}… (23 more characters)`);
    expect(safeLine("x".repeat(731))).toBe(`${"x".repeat(500)}… (231 more characters)`);
  });

  it("never lets through what a terminal would obey or hide", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(safeLine(text)).not.toMatch(unseen);
      }),
      runs,
    );
  });
});

describe("cut", () => {
  it("counts characters, not halves of pairs", () => {
    expect(cut("\u{1f600}".repeat(29), 7)).toBe("\u{1f600}".repeat(29));
    expect(cut("\u{1f600}".repeat(30), 7)).toBe(`${"\u{1f600}".repeat(7)}… (23 more characters)`);
  });
});

describe("safeBlock", () => {
  it("keeps the lines and the spaces in front of them, and nothing else that moves the cursor", () => {
    expect(safeBlock("if (x) {\r\n\tStop-Service \u001b[A\n}\rend  ")).toBe(
      "if (x) {\n    Stop-Service \\u{1b}[A\n}\nend",
    );
  });

  it("never lets through anything but line breaks", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(safeBlock(text).replaceAll("\n", "")).not.toMatch(unseen);
      }),
      runs,
    );
  });
});

describe("safeJson", () => {
  it("means the same and shows nothing that a terminal would obey or hide", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = safeJson(JSON.stringify({ found: text }, null, 2));
        expect(JSON.parse(json)).toEqual({ found: text });
        expect(json.replaceAll("\n", "")).not.toMatch(unseen);
      }),
      runs,
    );
  });

  it("writes both halves of a pair", () => {
    expect(safeJson('"\u{e0041}\u0085"')).toBe('"\\udb40\\udc41\\u0085"');
  });
});
