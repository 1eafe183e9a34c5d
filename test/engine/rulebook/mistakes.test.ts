import { describe, expect, it } from "vitest";
import { problemCodes } from "../../../engine/rulebook/codes.ts";
import { mistakes } from "./mistakes.ts";
import { filesOf, load, withChange } from "./pack-on-disk.ts";

const pack = "harbour-print-server";
const files = filesOf(pack);

/** They begin with a capital letter or a quoted word, and neither blame nor leak our own words. */
const fullSentences = /^(?!.*(?:[Ii]nvalid|[Ii]llegal|undefined|\[object))["A-Z0-9].*[.?"]$/s;

describe("a slip of an author gives exactly one problem, at its place and with a way out", () => {
  it.each(mistakes)("$of", async ({ file, from, to, problemIn = file, at, code, hint }) => {
    const loaded = await load(withChange(files, file, from, to));
    const problems = loaded.ok ? [] : loaded.problems;
    const told = problems.map((problem) => ({
      in: problem.file,
      at: `${problem.line}:${problem.column}`,
      code: problem.code,
      hint: problem.hint,
    }));
    for (const problem of problems) expect(`${problem.message} ${problem.hint}`).toMatch(fullSentences);
    expect(told).toEqual([{ in: `${pack}/${problemIn}`, at, code, hint }]);
  });

  it("has a sentence for every code", () => {
    expect(mistakes.filter(({ code }) => !Object.hasOwn(problemCodes, code))).toEqual([]);
    for (const sentence of Object.values(problemCodes)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});
