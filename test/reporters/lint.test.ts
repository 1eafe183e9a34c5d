import { describe, expect, it } from "vitest";
import { lintGithub } from "../../reporters/lint/github.ts";
import { lintJson } from "../../reporters/lint/json.ts";
import type { LintResult } from "../../reporters/lint/lint-result.ts";
import { lintPage } from "../../reporters/lint/page.ts";
import { lintSarif } from "../../reporters/lint/sarif.ts";
import { lintText } from "../../reporters/lint/text.ts";
import { limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { unsafeLines } from "./reports/scan.ts";

const problem = (changes: Partial<Problem> = {}): Problem => ({
  file: "rules/harbour/toner/low.yaml",
  line: 9,
  column: 7,
  length: 12,
  code: "unknown-fact",
  message: 'There is no fact called "toner.lefft".',
  hint: 'Did you mean "toner.left"?',
  ...changes,
});

const result = (changes: Partial<LintResult> = {}): LintResult => ({
  problems: [],
  warnings: [],
  rules: 6,
  facts: 31,
  toolVersion: "0.4.2",
  calledAs: "node dist/connector-doctor.cjs",
  meaningOf: (code) => `The meaning of ${code}.`,
  ...changes,
});

const both = result({
  problems: [problem()],
  warnings: [problem({ file: "rules/a.yaml", code: "duplicate-title", line: 2, column: 1 })],
});
const plain = { colour: false };
const hostile = "a\u001b[2J\nb\u202e%0A::error::x,y:z";
const attack = result({
  problems: [problem({ file: hostile, code: hostile, message: hostile, hint: hostile })],
});

describe("lint as text", () => {
  it("says that all is well with the numbers of rules and facts", () => {
    expect(lintText(result(), plain)).toBe("6 rules and 31 facts are in order.\n");
  });

  it("prints problems before warnings, each with its place and what to do, and how to learn more", () => {
    expect(lintText(both, { ...plain, frameOf: ({ line }) => `  ${line} | text\n    | ^` })).toBe(
      [
        "rules/harbour/toner/low.yaml:9:7  unknown-fact",
        "  9 | text",
        "    | ^",
        '  There is no fact called "toner.lefft".',
        '  Did you mean "toner.left"?',
        "",
        "rules/a.yaml:2:1  warning: duplicate-title",
        "  2 | text",
        "    | ^",
        '  There is no fact called "toner.lefft".',
        '  Did you mean "toner.left"?',
        "",
        "1 problem and 1 warning in 2 files.",
        "For more about one of them: node dist/connector-doctor.cjs lint --explain unknown-fact",
        "",
      ].join("\n"),
    );
  });

  it("is capped, and the rest is counted", () => {
    const problems = Array.from({ length: limits.printedProblems + 4 }, (_, line) =>
      problem({ line: line + 1 }),
    );
    const text = lintText(result({ problems }), plain);
    expect(text).toContain("104 problems and no warning in 1 file. The first 100 are shown, 4 more are not.");
    expect(text.match(/lefft/g)).toHaveLength(limits.printedProblems);
  });

  it("cannot take over the terminal", () => {
    expect(unsafeLines(lintText(attack, { ...plain, frameOf: () => "| \u009b2J" }))).toEqual([]);
  });
});

describe("lint as JSON", () => {
  it("has every finding with its range", () => {
    const document: unknown = JSON.parse(lintJson(both));
    expect(document).toEqual({
      schemaVersion: 1,
      toolVersion: "0.4.2",
      summary: { rules: 6, facts: 31, problems: 1, warnings: 1 },
      findings: [
        {
          level: "problem",
          code: "unknown-fact",
          file: "rules/harbour/toner/low.yaml",
          range: { start: { line: 9, column: 7 }, end: { line: 9, column: 19 } },
          message: 'There is no fact called "toner.lefft".',
          hint: 'Did you mean "toner.left"?',
        },
        expect.objectContaining({ level: "warning", code: "duplicate-title" }),
      ],
    });
  });

  it("can be shown on a terminal", () => {
    expect(unsafeLines(lintJson(attack))).toEqual([]);
  });
});

describe("lint as SARIF", () => {
  const logOf = (from: LintResult) => JSON.parse(lintSarif(from));

  it("names the tool, describes each code once and places each result in a file of the repository", () => {
    const log = logOf(both);
    expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-2.1.0") });
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: "connector-doctor lint", version: "0.4.2" });
    expect(run.tool.driver.rules).toEqual([
      { id: "duplicate-title", shortDescription: { text: "The meaning of duplicate-title." } },
      { id: "unknown-fact", shortDescription: { text: "The meaning of unknown-fact." } },
    ]);
    expect(run.results).toMatchObject([
      {
        ruleId: "unknown-fact",
        ruleIndex: 1,
        level: "error",
        message: { text: 'There is no fact called "toner.lefft". Did you mean "toner.left"?' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "rules/harbour/toner/low.yaml" },
              region: { startLine: 9, startColumn: 7, endLine: 9, endColumn: 19 },
            },
          },
        ],
      },
      { ruleId: "duplicate-title", ruleIndex: 0, level: "warning" },
    ]);
  });

  it.each([
    ["rules/my pack/a#1.yaml", "rules/my%20pack/a%231.yaml"],
    ["/srv/packs/ä.yaml", "file:///srv/packs/%C3%A4.yaml"],
    ["C:/packs/a.yaml", "file:///C:/packs/a.yaml"],
    ["rules/\ud800.yaml", "rules/%EF%BF%BD.yaml"],
  ])("writes %j as a reference", (file, uri) => {
    const [run] = logOf(result({ problems: [problem({ file })] })).runs;
    expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri });
  });

  it("has a run without results where nothing was found", () => {
    expect(logOf(result()).runs[0].results).toEqual([]);
    expect(unsafeLines(lintSarif(attack))).toEqual([]);
  });
});

describe("lint for GitHub", () => {
  it("annotates the lines that findings are about", () => {
    expect(lintGithub(both).split("\n")).toEqual([
      '::error file=rules/harbour/toner/low.yaml,line=9,endLine=9,col=7,endColumn=19,title=unknown-fact::There is no fact called "toner.lefft". Did you mean "toner.left"?',
      expect.stringMatching(/^::warning file=rules\/a\.yaml,line=2,/),
      "",
    ]);
  });

  it("lets nothing that a pack says begin a command or a property of its own", () => {
    const lines = lintGithub(attack).trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    const [, properties, data] = /^::error (.*?)::(.*)$/.exec(lines[0] ?? "") ?? [];
    expect(properties?.split(",").map((each) => each.split("=")[0])).toEqual([
      "file",
      "line",
      "endLine",
      "col",
      "endColumn",
      "title",
    ]);
    expect(`${properties}${data}`).not.toContain("%0A");
    expect(unsafeLines(`${properties}${data}`)).toEqual([]);
    expect(lintGithub(result())).toBe("");
  });
});

describe("the page of a code on a terminal", () => {
  const page = { code: "unknown-fact", level: "problem", means: "M.", about: "A.", sample: null } as const;

  it("has what it means and what is wrong and right", () => {
    const sample = {
      file: "toner/low.yaml",
      wrong: "when:\n  toner.lefft: 3\n",
      right: "when:\n  toner.left: 3\n",
    };
    expect(lintPage({ ...page, sample })).toBe(
      "unknown-fact (problem)\n\nM.\n\nA.\n\nWrong, in toner/low.yaml:\n    when:\n      toner.lefft: 3\n\nRight:\n    when:\n      toner.left: 3\n",
    );
  });

  it("does without a sample", () => {
    expect(lintPage(page)).toBe("unknown-fact (problem)\n\nM.\n\nA.\n");
  });
});
