import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import type { RuleOutcome } from "../../engine/evaluate/evaluation.ts";
import type { Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { FactFile } from "../../schemas/generated/types.ts";
import { loadPatternEngine } from "../../schemas/values/pattern.ts";
import { readsOf } from "../laws/what-a-rule-reads.ts";
import { chanceOf } from "./chance.ts";
import { files } from "./generate/files.ts";
import { rulebooks } from "./generate/rules.ts";
import { type About, learn } from "./learning.ts";
import { runs } from "./runs.ts";

const cases = rulebooks.chain((book) =>
  fc.record({ book: fc.constant(book), file: files(book), seed: fc.nat() }),
);
const lessons = 12;
const tries = 25;

beforeAll(loadPatternEngine);

it("A verdict stays, whatever is learnt", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ book, file, seed }) => {
      const before = await evaluate(book, { facts: file });
      const decided = book.rules.filter(({ id }) => before.outcomes.get(id)?.verdict !== "cannot-tell");
      const chance = chanceOf(seed);
      let known: FactFile = file;
      const about = new Set(book.rules.flatMap((rule) => [...readsOf(rule, book).seen]));
      for (let number = 0; number < lessons; number += 1)
        known = learn(book, about, known, chance)?.file ?? known;
      const after = await evaluate(book, { facts: known });
      for (const { id } of decided)
        expect([id, after.outcomes.get(id)?.verdict]).toEqual([id, before.outcomes.get(id)?.verdict]);
    }),
    runs,
  );
});

it("What cannot be told is not told by anything but what is missing for it", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ book, file, seed }) => {
      const before = await evaluate(book, { facts: file });
      const chance = chanceOf(seed);
      for (const rule of book.rules) {
        const outcome = before.outcomes.get(rule.id);
        if (outcome?.verdict !== "cannot-tell") continue;
        const { seen } = readsOf(rule, book);
        let known: FactFile = file;
        for (let number = 0; number < tries; number += 1) {
          const lesson = learn(book, seen, known, chance);
          if (lesson !== null && !isMissing(lesson.about, outcome, book)) known = lesson.file;
        }
        const after = await evaluate(book, { facts: known });
        expect([rule.id, after.outcomes.get(rule.id)?.verdict]).toEqual([rule.id, "cannot-tell"]);
      }
    }),
    runs,
  );
});

/** A slice of a log says as well that the time of the collection counts: nothing can have been logged after it. */
function isMissing(about: About, { missing }: RuleOutcome, { facts }: Rulebook): boolean {
  const isLog = (id: string) => {
    const fact = facts[id];
    return fact?.kind === "list" && fact.coveredBy.some((name) => fact.fields[name]?.type === "timestamp");
  };
  switch (about.kind) {
    case "time":
      return missing.some(
        ({ fact, slice }) => fact === "collected-at" || (slice !== undefined && isLog(fact)),
      );
    case "fact":
      return missing.some(({ fact }) => fact === about.fact);
    case "field":
      // A message in no known language waits for its culture.
      if (about.field === "culture" && missing.some(({ reason }) => reason === "unrecognized-language"))
        return true;
      return missing.some(
        ({ fact, field, slice }) =>
          fact === about.fact && slice === undefined && (field === undefined || field === about.field),
      );
    case "part":
      return missing.some(
        ({ fact, field, slice }) => fact === about.fact && (slice !== undefined || field === undefined),
      );
  }
}
