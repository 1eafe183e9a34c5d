import { describe, expect, it } from "vitest";
import { reporterNames, reporters } from "../../reporters/table.ts";
import { healthy } from "./reports/healthy.ts";

describe("the table of reporters", () => {
  it.each(reporterNames)("loads %s, which prints a report with a line break at its end", async (name) => {
    const print = await reporters[name]();
    const printed = print(healthy, { colour: false, verbose: false });
    expect(printed).toContain("connector-is-healthy");
    expect(printed).toMatch(/[^\n]\n$/);
  });
});
