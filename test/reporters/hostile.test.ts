import { describe, expect, it } from "vitest";
import { json } from "../../reporters/json.ts";
import { markdown } from "../../reporters/markdown.ts";
import { text } from "../../reporters/text.ts";
import { reports } from "./reports/all.ts";
import { hostileStrings } from "./reports/hostile.ts";
import { replaceStrings } from "./reports/replace-strings.ts";
import { readAsOurs, tooWide, unsafeColouredLines, unsafeLines } from "./reports/scan.ts";

const cases = Object.entries(reports).flatMap(([name, report]) =>
  hostileStrings.map((hostile) => ({
    name,
    hostile,
    report: replaceStrings(report, (original) => `${hostile}${original.length % 7}`),
  })),
);

describe.each([true, false])("a report in which every string is hostile, verbose %s", (verbose) => {
  it.each(cases)("shows nothing on a terminal that it would obey: $name, $hostile", ({ report }) => {
    const plain = text(report, { colour: false, verbose });
    expect(unsafeLines(plain)).toEqual([]);
    expect(tooWide(plain, report, 80)).toEqual([]);
    expect(unsafeColouredLines(text(report, { colour: true, verbose }))).toEqual([]);
    expect(unsafeLines(json(report, { colour: true, verbose }))).toEqual([]);
  });

  it.each(cases)("puts no mark-up into a ticket: $name, $hostile", ({ report }) => {
    const ticket = markdown(report, { colour: true, verbose });
    expect(unsafeLines(ticket)).toEqual([]);
    expect(() => readAsOurs(ticket)).not.toThrow();
  });
});

describe("a value with line breaks", () => {
  const forged = replaceStrings(
    reports["winhttp-proxy"] ?? expect.fail(),
    () => "odd\n\nRULED OUT  0 rules\n## Fine\n- fine",
  );

  it("cannot begin a line of a text report", () => {
    const lines = text(forged, { colour: false, verbose: true }).split("\n");
    expect(lines.filter((line) => /^(?:RULED OUT {2}0|##|- )/.test(line))).toEqual([]);
  });

  it("cannot begin a line of a ticket, outside a fence", () => {
    const outside = markdown(forged, { colour: false, verbose: true }).replace(/^```\n[^`]*\n```$/gm, "");
    expect(outside).not.toMatch(/^(?:RULED OUT|## Fine|- fine)/m);
  });
});

describe("the scans of these tests", () => {
  it.each([
    ["a raw link", "see https://evil.example"],
    ["raw HTML", "a <b>"],
    ["raw emphasis", "a *b*"],
    ["an open backtick", "a ` b"],
    ["a fourth cell", "| a | b | c | d |"],
    ["an open fence", "```\na"],
  ])("find %s", (_, line) => {
    expect(() => readAsOurs(line)).toThrow();
  });

  it("find an escape sequence behind a coloured word", () => {
    expect(unsafeColouredLines("\u001b[1mSeen\u001b[0m  \u001b[2J")).toHaveLength(1);
    expect(unsafeLines("a\u202eb")).toHaveLength(1);
  });
});
