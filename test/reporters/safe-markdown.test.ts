import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeCode, safeFence, safeMarkdown } from "../../reporters/safe-markdown.ts";
import { safeLine } from "../../reporters/safe-text.ts";
import { anyText } from "./reports/any-text.ts";
import { outsideCode, shown } from "./reports/read-markdown.ts";

const runs = { seed: 20261, numRuns: 1_000 };
const collapsed = (text: string) =>
  safeLine(text, 2_000)
    .split(" ")
    .filter((word) => word !== "")
    .join(" ");

/** A cell as a page reads it: its bars lose their backslash before the rest is read. */
const cellShown = (cell: string) => shown(cell.replaceAll("\\|", "¦")).replace(/[ |¦]/g, "");

describe("safeMarkdown", () => {
  it.each([
    [
      "a sentence stays",
      "The clock is 7 minutes (42 s) behind; 3/4 of 9 % = 1.",
      "The clock is 7 minutes (42 s) behind; 3/4 of 9 % = 1.",
    ],
    ["a time of day stays", "at 14:05:38", "at 14:05:38"],
    ["an address becomes code", "through p1.contoso.example:8080.", "through `p1.contoso.example:8080`."],
    ["a path becomes code", '(see "C:\\Temp\\x").', '(see "`C:\\Temp\\x`").'],
    ["a link becomes code", "[x](http://evil.example)", "`[x](http://evil.example`)"],
    ["a bare link becomes code", "http://evil", "`http://evil`"],
    ["HTML becomes code", "<img/src=x>", "`<img/src=x>`"],
    ["a mention becomes code", "ask @someone", "ask `@someone`"],
    ["the number of an issue becomes code", "as #12, GH-7", "as `#12`, `GH-7`"],
    ["the id of a commit becomes code", "4905CC64B2D81B", "`4905CC64B2D81B`"],
    ["an emoji becomes code", "so :tada: it is", "so `:tada`: it is"],
    ["a backtick cannot close its code", "a`b``c", "```a`b``c```"],
    ["a heading is none", "# no heading", "\\# no heading"],
    ["a list is none", "- no item", "\\- no item"],
    ["a numbered list is none", "2026. was the year", "2026\\. was the year"],
    ["a rule is none", "---", "--\\-"],
    ["line breaks are none", "a\n\n# b", "a \\# b"],
    ["an ampersand stays one", "you & me &lt;", "you \\& me `&lt`;"],
  ])("%s", (_, text, expected) => {
    expect(safeMarkdown(text)).toBe(expected);
  });

  it("reads as the text, and nothing outside code can be acted on", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const markdown = safeMarkdown(text);
        expect(shown(markdown)).toBe(collapsed(text));
        expect(markdown).not.toMatch(/^(?:[-+=]+(?: |$)|\d{1,9}[.)](?: |$)|\s)/);
        expect(outsideCode(markdown)).not.toMatch(/:\/\/|www\.|@[a-z0-9]|#\d|[a-z0-9]\.[a-z]{2}/i);
      }),
      runs,
    );
  });

  it("never ends a cell of a table", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = safeMarkdown(text, { inTable: true });
        // Some pages read backslashes in pairs from the left, others look at the character before the bar.
        expect(cell.replace(/\\./g, "")).not.toContain("|");
        expect(cell).not.toMatch(/(?:^|[^\\])\|/);
        expect(cellShown(cell)).toBe(collapsed(text).replace(/[ |¦]/g, ""));
      }),
      runs,
    );
  });
});

describe("safeCode", () => {
  it("shows any text as one piece of code", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const code = safeCode(text);
        expect(shown(code)).toBe(safeLine(text).trim());
        expect(outsideCode(code).trim()).toBe("");
      }),
      runs,
    );
  });
});

describe("safeFence", () => {
  it("is longer than every run of backticks inside it", () => {
    expect(safeFence("a\n````\nb\n")).toEqual(["`````", "a", "````", "b", "`````"]);
  });

  it("cannot be broken out of", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [open = "", ...lines] = safeFence(text);
        const close = lines.pop();
        expect(open).toMatch(/^`{3,}$/);
        expect(close).toBe(open);
        expect(lines.filter((line) => line.includes(open))).toEqual([]);
      }),
      runs,
    );
  });
});
