import fc from "fast-check";
import type { Condition } from "../../../engine/condition.ts";
import type { Rule, Rulebook } from "../../../engine/rulebook/rulebook.ts";
import { rule, rulebook } from "../../support/small-rulebook.ts";
import { plainlySeen, type Seen, seen } from "./catalogue.ts";
import { condition, rowsTest, type Vocabulary } from "./conditions.ts";
import { withDerived } from "./derived.ts";

/** Small rulebooks: up to five rules that may read those before them. */
const over = (facts: fc.Arbitrary<Seen>): fc.Arbitrary<Rulebook> =>
  facts.chain(withDerived).chain((all) => rulesOver(all).map((rules) => ofRules(all, rules)));

export const rulebooks = over(seen);
/** With simple filters on rows, and without pairs. */
export const plainRulebooks = over(plainlySeen);

const ofRules = ({ facts, lists }: Seen, rules: readonly Rule[]): Rulebook =>
  rulebook(
    facts,
    rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    { lists },
  );

function rulesOver(all: Seen): fc.Arbitrary<Rule[]> {
  return fc
    .integer({ min: 1, max: ids.length })
    .chain((count) =>
      ids
        .slice(0, count)
        .reduce<fc.Arbitrary<Rule[]>>(
          (before, id) =>
            before.chain((rules) =>
              whenOver({ ...all, rules: rules.map((other) => other.id) }).map((when) => [
                ...rules,
                rule(id, when, { stratum: stratumOf(when, rules) }),
              ]),
            ),
          fc.constant([]),
        ),
    );
}

/** Half of them ask but one thing of a list, so that much is decided by what was looked at. */
const whenOver = (vocabulary: Vocabulary): fc.Arbitrary<Condition> =>
  fc.oneof(condition(vocabulary), rowsTest(vocabulary));

/** Not in the order of the alphabet, which is the order in which a rulebook holds them. */
const ids = ["gateway-down", "clock-late", "proxy-lost", "all-well", "name-odd"];

export function stratumOf(when: Condition, rules: readonly Rule[]): number {
  const read = rulesIn(when).map((id) => rules.find((other) => other.id === id)?.stratum ?? 0);
  return Math.max(-1, ...read) + 1;
}

export function rulesIn(when: Condition): string[] {
  if (when.kind === "all" || when.kind === "any") return when.of.flatMap(rulesIn);
  if (when.kind === "not") return rulesIn(when.of);
  return when.kind === "rule" ? [when.rule] : [];
}
