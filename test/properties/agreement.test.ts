import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import { loadPatternEngine } from "../../schemas/values/pattern.ts";
import { referenceVerdicts } from "../reference/interpret.ts";
import { files } from "./generate/files.ts";
import { plainRulebooks } from "./generate/rules.ts";
import { runs } from "./runs.ts";

const cases = plainRulebooks.chain((book) => files(book).map((file) => ({ book, file })));

beforeAll(loadPatternEngine);

it("The engine and the reference say the same, be it that it cannot be told, where filters ask each field one thing", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ book, file }) => {
      const { outcomes } = await evaluate(book, { facts: file });
      const verdicts = new Map([...outcomes].map(([id, { verdict }]) => [id, verdict]));
      expect(verdicts).toEqual(referenceVerdicts(book, file));
    }),
    runs,
  );
});
