import { describe, expect, it } from "vitest";
import { problems } from "../../reporters/problems.ts";
import { limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { unsafeLines } from "./reports/scan.ts";

const problem = (changes: Partial<Problem> = {}): Problem => ({
  file: "trust/expired.yaml",
  line: 9,
  column: 7,
  code: "unknown-fact",
  message: 'There is no fact called "trust.certificate.days-leftt".',
  hint: 'Did you mean "trust.certificate.days-left"?',
  ...changes,
});
const plain = { colour: false };

describe("problems", () => {
  it("are printed with their place, the lines around it, and what to do", () => {
    const frameOf = () => "    9 |     - trust.certificate.days-leftt: -3\n      |       ^^^^^";
    expect(problems([problem()], { ...plain, frameOf })).toBe(
      [
        "trust/expired.yaml:9:7  unknown-fact",
        "    9 |     - trust.certificate.days-leftt: -3",
        "      |       ^^^^^",
        '  There is no fact called "trust.certificate.days-leftt".',
        '  Did you mean "trust.certificate.days-left"?',
        "",
        "1 problem in 1 file.",
        "",
      ].join("\n"),
    );
  });

  it("stand in the order of files and lines, each once", () => {
    const all = [problem({ line: 31 }), problem(), problem({ file: "a.yaml" }), problem()];
    const places = problems(all, plain).match(/^\S+:\d+:\d+/gm);
    expect(places).toEqual(["a.yaml:9:7", "trust/expired.yaml:9:7", "trust/expired.yaml:31:7"]);
  });

  it("are capped, and the rest is counted", () => {
    const all = Array.from({ length: limits.printedProblems + 7 }, (_, index) =>
      problem({ line: index + 1 }),
    );
    const printed = problems(all, plain);
    expect(printed.match(/unknown-fact/g)).toHaveLength(limits.printedProblems);
    expect(printed.endsWith("\n107 problems in 1 file. The first 100 are shown, 7 more are not.\n")).toBe(
      true,
    );
  });

  it("cannot take over the terminal", () => {
    const hostile = "a\u001b[2J\nb\u202e";
    const printed = problems([problem({ file: hostile, code: hostile, message: hostile, hint: hostile })], {
      ...plain,
      frameOf: () => "| \u009b2J",
    });
    expect(unsafeLines(printed)).toEqual([]);
    expect(printed.split("\n")[0]).toBe("a\\u{1b}[2J b\\u{202e}:9:7  a\\u{1b}[2J b\\u{202e}");
  });

  it("colour their place only", () => {
    const coloured = problems([problem({ hint: "Mend it." })], { colour: true });
    expect(coloured.startsWith("\u001b[1mtrust/expired.yaml:9:7\u001b[0m  unknown-fact\n")).toBe(true);
    expect(coloured.split("\u001b")).toHaveLength(3);
  });

  it("that do not exist print nothing", () => {
    expect(problems([], plain)).toBe("");
  });
});
