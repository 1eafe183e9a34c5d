import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import type { Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { FactFile, ShortEntry } from "../../schemas/generated/types.ts";
import { loadPatternEngine } from "../../schemas/values/pattern.ts";
import { referenceVerdicts } from "../reference/interpret.ts";
import { files } from "./generate/files.ts";
import { rulebooks } from "./generate/rules.ts";
import { glimpses, wholeFiles } from "./generate/whole-files.ts";
import { runs } from "./runs.ts";

const cases = rulebooks.chain((book) => files(book).map((file) => ({ book, file })));
const wholeCases = rulebooks.chain((book) => wholeFiles(book).map((whole) => ({ book, whole })));

async function verdicts(book: Rulebook, file: FactFile): Promise<Map<string, string>> {
  const { outcomes } = await evaluate(book, { facts: file });
  return new Map([...outcomes].map(([id, { verdict }]) => [id, verdict]));
}

beforeAll(loadPatternEngine);

describe("verdicts", () => {
  it("go no further than the reference, which tries all rows that could stand where nobody looked", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ book, file }) => {
        const expected = referenceVerdicts(book, file);
        for (const [rule, verdict] of await verdicts(book, file)) {
          if (verdict !== "cannot-tell") expect([rule, verdict]).toEqual([rule, expected.get(rule)]);
        }
      }),
      runs,
    );
  });

  it("equal those of the reference where everything is known, through derived facts and chained rules", async () => {
    await fc.assert(
      fc.asyncProperty(wholeCases, async ({ book, whole }) => {
        expect(await verdicts(book, whole)).toEqual(referenceVerdicts(book, whole));
      }),
      runs,
    );
  });

  it("stay when more is learnt", async () => {
    const learnt = wholeCases.chain(({ book, whole }) =>
      glimpses(whole, book).map((glimpse) => ({ book, whole, glimpse })),
    );
    await fc.assert(
      fc.asyncProperty(learnt, async ({ book, whole, glimpse }) => {
        const later = await verdicts(book, whole);
        for (const [rule, verdict] of await verdicts(book, glimpse)) {
          if (verdict !== "cannot-tell") expect([rule, verdict]).toEqual([rule, later.get(rule)]);
        }
      }),
      runs,
    );
  });

  it("flip with the condition, and twice flipped are the same", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ book, file }) => {
        const negated: Rulebook = {
          ...book,
          rules: book.rules.map((rule) => ({
            ...rule,
            id: `not-${rule.id}`,
            stratum: 99,
            when: { kind: "not", of: rule.when },
          })),
        };
        const { judge, outcomes } = await evaluate(
          { ...book, rules: [...book.rules, ...negated.rules] },
          { facts: file },
        );
        const flipped = {
          matches: "does-not-match",
          "does-not-match": "matches",
          "cannot-tell": "cannot-tell",
        };
        for (const { id, when } of book.rules) {
          const verdict = outcomes.get(id)?.verdict ?? "cannot-tell";
          expect(outcomes.get(`not-${id}`)?.verdict).toBe(flipped[verdict]);
          expect(judge({ kind: "not", of: { kind: "not", of: when } })).toBe(judge(when));
        }
      }),
      runs,
    );
  });

  it("cannot tell without facts", async () => {
    await fc.assert(
      fc.asyncProperty(rulebooks, async (book) => {
        expect(new Set((await verdicts(book, { facts: {} })).values())).toEqual(new Set(["cannot-tell"]));
      }),
      runs,
    );
  });

  it("and their evidence and what they wait for do not depend on the order of anything", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ book, file }) => {
        const turned: Rulebook = { ...book, rules: book.rules.toReversed(), facts: reversed(book.facts) };
        const facts = Object.fromEntries(
          Object.entries(reversed(file.facts)).map(([id, given]) => [id, turnedEntry(given)]),
        );
        const [one, other] = [
          await evaluate(book, { facts: file }),
          await evaluate(turned, { facts: { ...file, facts } }),
        ];
        for (const [rule, outcome] of one.outcomes) expect(other.outcomes.get(rule)).toEqual(outcome);
        expect(other.memory.warnings).toEqual(one.memory.warnings);
      }),
      runs,
    );
  });
});

const reversed = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toReversed());

function turnedEntry(given: ShortEntry): ShortEntry {
  if (Array.isArray(given)) return given.toReversed();
  if (given === null || typeof given !== "object") return given;
  if ("items" in given)
    return {
      ...given,
      items: given.items.toReversed(),
      ...(given.covers ? { covers: given.covers.toReversed() } : {}),
    };
  return "conflict" in given ? { conflict: given.conflict.toReversed() } : given;
}
