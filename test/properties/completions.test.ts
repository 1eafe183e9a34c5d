import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import { loadPatternEngine } from "../../schemas/values/pattern.ts";
import { verdictsIn } from "../reference/interpret.ts";
import { readFacts } from "../reference/read-facts.ts";
import { chanceOf } from "./chance.ts";
import { completion } from "./completions.ts";
import { files } from "./generate/files.ts";
import { rulebooks } from "./generate/rules.ts";
import { runs } from "./runs.ts";

const cases = rulebooks.chain((book) =>
  fc.record({ book: fc.constant(book), file: files(book), seed: fc.nat() }),
);
const worldsOfEach = 25;

beforeAll(loadPatternEngine);

it("A verdict holds in every world that the facts leave possible", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ book, file, seed }) => {
      const { outcomes } = await evaluate(book, { facts: file });
      const decided = book.rules.filter(({ id }) => outcomes.get(id)?.verdict !== "cannot-tell");
      if (decided.length === 0) return;
      const world = readFacts(book, file);
      const chance = chanceOf(seed);
      for (let number = 0; number < worldsOfEach; number += 1) {
        const completed = completion(world, chance);
        if (completed === null) continue;
        const verdicts = verdictsIn(completed);
        for (const { id } of decided) expect([id, verdicts.get(id)]).toEqual([id, outcomes.get(id)?.verdict]);
      }
    }),
    runs,
  );
});
