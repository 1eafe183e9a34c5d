import { beforeAll, describe, expect, it } from "vitest";
import { limits } from "../../../schemas/limits.ts";
import { compilePattern, loadPatternEngine } from "../../../schemas/values/pattern.ts";

const test = (source: string, text: string, exact = false) => {
  const result = compilePattern(source, { exact });
  if (!result.ok) throw new Error(result.why);
  return result.value.test(text);
};

it("a pattern that is used before the engine is loaded is our own mistake", () => {
  expect(() => compilePattern("x", { exact: false })).toThrow("load the pattern engine first");
});

describe("a pattern", () => {
  beforeAll(loadPatternEngine);

  it.each([
    ["trust certificate (has )?expired", "The Trust Certificate has expired.", true],
    ["^event \\d+$", "event 12020", true],
    ["^event \\d+$", "an event 12020", false],
    ["12[0-9]{3}|13\\d{3}", "Id 13001", true],
  ])("%s on %s: %s", (source, text, expected) => {
    expect(test(source, text)).toBe(expected);
  });

  it("heeds case only where it is exact", () => {
    expect(test("Expired", "expired")).toBe(true);
    expect(test("Expired", "expired", true)).toBe(false);
    expect(test("Expired", "Expired", true)).toBe(true);
  });

  it("is compiled once", () => {
    expect(compilePattern("once", { exact: true })).toBe(compilePattern("once", { exact: true }));
    expect(compilePattern("once", { exact: true })).not.toBe(compilePattern("once", { exact: false }));
  });

  it.each([
    ["(?=x)", /look-ahead/i],
    ["a(?!b)", /look-ahead/i],
    ["(?<=a)b", /look-behind/],
    ["(a)\\1", /back-references/i],
    ["(?<n>a)\\k<n>", /back-references/i],
    ["(?>a)", /possessive/i],
    ["a++", /possessive/i],
    ["a{1001}", /at most 1000/],
    ["\\u0041", /\\x\{41\}/],
    ["a\\Z", /\\z/],
    ["(a", /not closed/],
    ["[a", /not closed/],
    ["*a", /not closed/],
    ["", /empty/],
    ["a".repeat(limits.patternCharacters + 1), /513 characters/],
    ["\\pL{1000}".repeat(6), /repeats too much/],
  ])("%s is refused with the reason %s", (source, reason) => {
    const result = compilePattern(source, { exact: false });
    expect(result.ok ? "" : result.why).toMatch(reason);
  });

  const long = "x".repeat(limits.patternInputCharacters);
  it.each([
    ["a match in the part that is looked at", "needle", `needle${long}`, true],
    ["no match there", "needle", `${long}needle`, "unknown"],
    ["a match that may end only because of the cut", "x$", `${long}y`, "unknown"],
    ["a word that may end only because of the cut", "x\\b", `${long}y`, "unknown"],
    ["a match that runs up to the cut", "x+", `${long}y`, true],
    ["a text of just the length", "needle", long, false],
  ] as const)("on a text that is too long, %s is %s", (_, source, text, expected) => {
    expect(test(source, text)).toBe(expected);
  });

  it.each(["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "([a-z]*)*!"])(
    "%s comes back on the text that stops other engines",
    (source) => {
      expect(test(source, `${"a".repeat(20_000)}!`)).toBe(source.endsWith("!"));
    },
  );
});
