import { describe, expect, it } from "vitest";
import { problemCodes } from "../../../engine/rulebook/codes.ts";
import { mistakes } from "./mistakes.ts";
import { filesOf, load, withChange } from "./pack-on-disk.ts";

const pack = "harbour-print-server";
const files = filesOf(pack);

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
    expect(told).toEqual([{ in: `${pack}/${problemIn}`, at, code, hint }]);
  });

  it("says what is wrong in a sentence that does not blame", async () => {
    for (const { file, from, to } of mistakes) {
      const loaded = await load(withChange(files, file, from, to));
      for (const { message, hint = "Do." } of loaded.ok ? [] : loaded.problems) {
        expect(message).toMatch(/^["A-Z].*[.]$/s);
        expect(hint).toMatch(/[.?"]$/);
        expect(`${message} ${hint}`).not.toMatch(/invalid|illegal|wrong|undefined|\[object/i);
      }
    }
  });

  it("has a sentence for every code", () => {
    expect(mistakes.filter(({ code }) => !Object.hasOwn(problemCodes, code))).toEqual([]);
    for (const sentence of Object.values(problemCodes)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});
