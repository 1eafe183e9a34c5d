import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "../../reporters/json.ts";
import { markdown } from "../../reporters/markdown.ts";
import { text } from "../../reporters/text.ts";
import { report as fitsSchema } from "../../schemas/generated/validate-report.cjs";
import { anyReport } from "./reports/any-report.ts";
import { readAsOurs, tooWide, unsafeColouredLines, unsafeLines, withoutColour } from "./reports/scan.ts";

const runs = { seed: 20261, numRuns: 500 };

describe("for any report that fits the schema", () => {
  it("the generator gives what the schema allows", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(fitsSchema(report), JSON.stringify(fitsSchema.errors)).toBe(true);
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it("text is safe, fits the width, and says the same with colour", () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), fc.integer({ min: 60, max: 120 }), (report, verbose, width) => {
        const plain = text(report, { colour: false, verbose, width });
        const coloured = text(report, { colour: true, verbose, width });
        expect(unsafeLines(plain)).toEqual([]);
        expect(unsafeColouredLines(coloured)).toEqual([]);
        expect(withoutColour(coloured)).toBe(plain);
        expect(tooWide(plain, report, width)).toEqual([]);
        expect(plain.endsWith("\n") && !plain.endsWith("\n\n")).toBe(true);
      }),
      runs,
    );
  });

  it("Markdown holds no mark-up but its own", () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (report, verbose) => {
        const ticket = markdown(report, { colour: true, verbose });
        expect(unsafeLines(ticket)).toEqual([]);
        expect(() => readAsOurs(ticket)).not.toThrow();
        expect(ticket.endsWith("\n") && !ticket.endsWith("\n\n")).toBe(true);
      }),
      runs,
    );
  });

  it("JSON is safe on a terminal and means the report", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const printed = json(report, { colour: true, verbose: false });
        expect(unsafeLines(printed)).toEqual([]);
        expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(report)));
        expect(printed.endsWith("}\n")).toBe(true);
      }),
      runs,
    );
  });
});
