import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../engine/condition.ts";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import type { Rule, Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { Truth } from "../../engine/truth.ts";
import type { FactEntry } from "../../schemas/generated/types.ts";
import { readShippedPack } from "./read-shipped-pack.ts";
import { collectedAt, inlined, readsOf } from "./what-a-rule-reads.ts";
import { domainOf, glimpses, worlds } from "./worlds.ts";

/** `npm run fuzz` runs long with a seed of its own. */
const seed = Number(process.env.FUZZ_SEED ?? 20261);
const numRuns = Number(process.env.FUZZ_RUNS ?? 2_000);
/** Up to so many worlds, with and without each fact, a rule is tried on all of them. */
const mostWorlds = 6_000;
const mostFacts = 8;

const rulebook = await readShippedPack();
const withoutRules: Rulebook = { ...rulebook, rules: [] };
const now = new Date(collectedAt).toISOString();

async function judge(conditions: readonly Condition[], facts: Record<string, FactEntry>): Promise<Truth[]> {
  const evaluation = await evaluate(withoutRules, { facts: { facts, collectedAt: { from: now, to: now } } });
  return conditions.map((condition) => evaluation.judge(condition));
}

const seen = (rule: Rule) => {
  const reads = readsOf(rule, rulebook);
  return worlds(reads, rulebook).chain((world) =>
    glimpses(world, rulebook).map((glimpse) => ({ world, glimpse })),
  );
};

/** The values of each fact, undefined for not known; null where the rule reads lists or too many facts for all worlds. */
function everyValue(rule: Rule): [string, (FactEntry | undefined)[]][] | null {
  const reads = readsOf(rule, rulebook);
  const axes = [...reads.seen].sort().map((id): [string, (FactEntry | undefined)[]] | null => {
    const fact = rulebook.facts[id];
    if (fact?.kind !== "scalar") return null;
    return [id, [undefined, ...domainOf(fact, reads.literals.get(id) ?? []).map((value) => ({ value }))]];
  });
  const known = axes.flatMap((axis) => (axis === null ? [] : [axis]));
  const size = known.reduce((product, [, values]) => product * values.length, 1);
  return known.length < axes.length || known.length > mostFacts || size > mostWorlds ? null : known;
}

/** Walks all worlds: a verdict stays when one more fact becomes known. By steps, it stays in every completion. */
async function turnedVerdicts(
  when: Condition,
  axes: readonly [string, (FactEntry | undefined)[]][],
): Promise<string[]> {
  const truths = new Map<string, Truth>();
  const sizes = axes.map(([, values]) => values.length);
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let number = 0; number < total; number += 1) {
    const choice = digits(number, sizes);
    const facts = axes.flatMap(([id, values], axis) =>
      values[choice[axis] ?? 0] === undefined ? [] : [[id, values[choice[axis] ?? 0]]],
    );
    const [truth = "unknown"] = await judge([when], Object.fromEntries(facts));
    truths.set(choice.join(), truth);
  }
  const turned: string[] = [];
  for (const [key, truth] of truths) {
    const choice = key.split(",").map(Number);
    choice.forEach((value, axis) => {
      const before = truths.get(choice.with(axis, 0).join());
      if (value > 0 && before !== "unknown" && before !== truth)
        turned.push(`${key}: ${before} became ${truth}`);
    });
  }
  return turned;
}

function digits(number: number, sizes: readonly number[]): number[] {
  let rest = number;
  return sizes.map((size) => {
    const digit = rest % size;
    rest = Math.floor(rest / size);
    return digit;
  });
}

describe("every rule of the shipped pack", () => {
  it("cannot tell without facts", async () => {
    const { outcomes } = await evaluate(rulebook, { facts: { facts: {} } });
    expect(
      [...outcomes.values()].filter(({ verdict }) => verdict !== "cannot-tell").map(({ rule }) => rule),
    ).toEqual([]);
  });

  it("is mostly small enough to be tried on all worlds, where it reads single values", () => {
    const small = rulebook.rules.filter((rule) => everyValue(rule) !== null);
    expect(small.length).toBeGreaterThan(30);
  });

  describe.each(rulebook.rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    const when = inlined(rule.when, rulebook);

    it("says of a part of a world only what is so in the world, and the opposite of its negation", async () => {
      await fc.assert(
        fc.asyncProperty(seen(rule), async ({ world, glimpse }) => {
          const [whole] = await judge([when], world);
          const [part, negated, twice] = await judge(
            [when, { kind: "not", of: when }, { kind: "not", of: { kind: "not", of: when } }],
            glimpse,
          );
          if (part !== "unknown") expect(part).toBe(whole);
          expect(negated).toBe(part === "unknown" ? "unknown" : !part);
          expect(twice).toBe(part);
        }),
        { seed, numRuns },
      );
    });

    const axes = everyValue(rule);
    if (axes !== null) {
      it("keeps its verdict in every completion of every part of every world", async () => {
        expect(await turnedVerdicts(when, axes)).toEqual([]);
      });
    }
  });
});
