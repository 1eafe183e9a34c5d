import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import type { Rule, Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { FactEntry, FactFile } from "../../schemas/generated/types.ts";
import { loadPatternEngine } from "../../schemas/values/pattern.ts";
import { readShippedPack } from "../laws/read-shipped-pack.ts";
import { collectedAt, readsOf } from "../laws/what-a-rule-reads.ts";
import { glimpses, worlds } from "../laws/worlds.ts";
import { referenceVerdicts } from "../reference/interpret.ts";
import { rulesIn } from "./generate/rules.ts";
import { runs } from "./runs.ts";

const rulebook = await readShippedPack();
const manyRuns = { ...runs, numRuns: runs.numRuns * 4 };
const now = new Date(collectedAt).toISOString();

/** A rule of the pack with all that it reads, a world, and what somebody saw of it. */
const cases = fc.constantFrom(...rulebook.rules).chain((rule) => {
  const book: Rulebook = { ...rulebook, rules: withThoseRead(rule) };
  return worlds(readsOf(rule, rulebook), rulebook).chain((world) =>
    glimpses(world, rulebook).map((glimpse) => ({ book, world: fileOf(world), glimpse: fileOf(glimpse) })),
  );
});

function withThoseRead(rule: Rule): Rule[] {
  const read = new Set([rule.id]);
  for (const id of read) {
    const when = rulebook.rules.find((other) => other.id === id)?.when;
    for (const other of when === undefined ? [] : rulesIn(when)) read.add(other);
  }
  return rulebook.rules.filter(({ id }) => read.has(id));
}

const fileOf = (facts: Readonly<Record<string, FactEntry>>): FactFile => ({
  facts,
  collectedAt: { from: now, to: now },
});

beforeAll(loadPatternEngine);

describe("the rules of the shipped pack", () => {
  it("say of a world what the reference says, and of a part of it nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ book, world, glimpse }) => {
        const expected = referenceVerdicts(book, world);
        for (const [rule, { verdict }] of (await evaluate(book, { facts: world })).outcomes)
          expect([rule, verdict]).toEqual([rule, expected.get(rule)]);
        for (const [rule, { verdict }] of (await evaluate(book, { facts: glimpse })).outcomes)
          if (verdict !== "cannot-tell") expect([rule, verdict]).toEqual([rule, expected.get(rule)]);
      }),
      manyRuns,
    );
  });

  it("say the same in whatever order they and the facts come", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ book, glimpse }) => {
        const turned: Rulebook = { ...book, rules: book.rules.toReversed() };
        const facts = Object.fromEntries(
          Object.entries(glimpse.facts)
            .toReversed()
            .map(([id, given]) => [id, turnedRows(given)]),
        );
        const one = await evaluate(book, { facts: glimpse });
        const other = await evaluate(turned, { facts: { ...glimpse, facts } });
        for (const [rule, outcome] of one.outcomes) expect(other.outcomes.get(rule)).toEqual(outcome);
      }),
      runs,
    );
  });
});

function turnedRows(given: FactFile["facts"][string]): FactFile["facts"][string] {
  if (typeof given !== "object" || given === null || !("items" in given)) return given;
  return {
    ...given,
    items: given.items.toReversed(),
    ...(given.covers ? { covers: given.covers.toReversed() } : {}),
  };
}
