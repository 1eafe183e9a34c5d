import { beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import { withSymptoms } from "../../engine/reported-symptoms.ts";
import type { Rule } from "../../engine/rulebook/rulebook.ts";
import { runExample } from "../../engine/trial/examples.ts";
import { withRulesFor } from "../../engine/trial/rules-for.ts";
import type { VerdictWord } from "../../schemas/fact-types.ts";
import { shippedTrial } from "./shipped-trial.ts";

const verdicts: readonly VerdictWord[] = ["matches", "does-not-match", "cannot-tell"];

let rules: readonly Rule[];
/** The verdicts that an example or a case brought out, by rule. That a rule cannot tell without any facts does not count. */
const seen = new Map<string, Set<VerdictWord>>();

beforeAll(async () => {
  const { pack, cases } = await shippedTrial();
  rules = pack.rulebook.rules;
  for (const { id } of rules) {
    const own = withRulesFor(pack.rulebook, [id]);
    const found = new Set<VerdictWord>();
    for (const example of pack.examples.filter(({ rule }) => rule === id))
      found.add((await runExample(own, example)).found);
    seen.set(id, found);
  }
  for (const { tried } of cases) {
    const facts = withSymptoms(tried.facts, tried.expectation.symptoms);
    const { outcomes } = await evaluate(pack.rulebook, { facts });
    for (const { rule, verdict } of outcomes.values()) seen.get(rule)?.add(verdict);
  }
});

/** `trust-is-sound: never matches` */
const lacking = (tried: ReadonlyMap<string, ReadonlySet<VerdictWord>>): readonly string[] =>
  [...tried].flatMap(([rule, found]) => {
    const missing = verdicts.filter((verdict) => !found.has(verdict));
    return missing.length === 0
      ? []
      : [`${rule}: no example or case in which it comes out as ${missing.join(", ")}`];
  });

describe("every rule of the shipped pack", () => {
  it("matches, is ruled out and cannot tell in at least one example or case each", () => {
    expect(seen.size).toBe(rules.length);
    expect(lacking(seen)).toEqual([]);
  });

  it("would be named with what is missing", () => {
    expect(lacking(new Map([["lamp-out", new Set<VerdictWord>(["matches"])]]))).toEqual([
      "lamp-out: no example or case in which it comes out as does-not-match, cannot-tell",
    ]);
  });
});
