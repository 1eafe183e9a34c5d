import { describe, expect, it } from "vitest";
import { json } from "../../reporters/json.ts";
import { markdown } from "../../reporters/markdown.ts";
import { text } from "../../reporters/text.ts";
import { report as validReport } from "../../schemas/generated/validate-report.cjs";
import { reports } from "./reports/all.ts";

const plain = { colour: false, verbose: false };
const verbose = { colour: false, verbose: true };
const golden = (name: string) => `../fixtures/reports/${name}`;

describe.each(Object.entries(reports))("the report of the case %s", (name, report) => {
  it("fits the schema and its numbers add up", () => {
    expect(validReport(report), JSON.stringify(validReport.errors)).toBe(true);
    const { rules, matches, doesNotMatch, cannotTell } = report.summary;
    expect(matches + doesNotMatch + cannotTell).toBe(rules);
  });

  it("reads as it was reviewed, as text", async () => {
    await expect(text(report, plain)).toMatchFileSnapshot(golden(`${name}.txt`));
  });

  it("reads as it was reviewed, as text in full", async () => {
    await expect(text(report, verbose)).toMatchFileSnapshot(golden(`${name}.verbose.txt`));
  });

  it("reads as it was reviewed, as Markdown", async () => {
    await expect(markdown(report, plain)).toMatchFileSnapshot(golden(`${name}.md`));
  });

  it("comes back whole out of JSON", () => {
    expect(JSON.parse(json(report, plain))).toEqual(report);
  });
});
