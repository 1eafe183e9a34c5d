import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition, Literal } from "../../../engine/condition.ts";
import { evaluate } from "../../../engine/evaluate/evaluate.ts";
import { both, not as deny, type Formula } from "../../../engine/lint/proof/formula.ts";
import {
  fullEffort,
  never as neverWithin,
  satisfiable as satisfiableWithin,
} from "../../../engine/lint/proof/satisfiable.ts";
import { type Known, openSpace } from "../../../engine/lint/proof/space.ts";
import type { Cases } from "../../../engine/rulebook/rulebook.ts";
import type { ShortEntry } from "../../../schemas/generated/types.ts";
import type { OperatorName } from "../../../schemas/operators.ts";
import {
  all,
  any,
  every,
  field,
  list,
  none,
  not,
  rule,
  rulebook,
  scalar,
  some,
  test as testOf,
} from "../../support/small-rulebook.ts";

const kind: Cases = {
  kind: "cases",
  cases: [
    { when: testOf("name", "starts-with", "ab"), value: "x" },
    { when: testOf("level", "above", 2), value: "y" },
  ],
  otherwise: null,
  exhaustive: true,
};

const facts = [
  scalar("level", "number"),
  scalar("state", "one-of", { values: ["x", "y", "z"] }),
  scalar("is-on", "boolean", { orNone: false }),
  scalar("name", "text"),
  scalar("other", "text", { orNone: false }),
  scalar("version", "version", { orNone: false }),
  scalar("at", "timestamp"),
  scalar("kind", "one-of", { values: ["x", "y"], derived: kind }),
  scalar("jobs.count", "number", {
    orNone: false,
    derived: { kind: "count", list: "jobs", where: testOf("pages", "above", 1) },
  }),
  list("jobs", {
    pages: field("number"),
    owner: field("one-of", { values: ["x", "y"] }),
    title: field("text"),
  }),
];

const levels = [1, 2, 2.5, 3];
const texts = ["ab", "abc", "b", "c"];
const versions = ["7", "7.0.0", "7.1", "8"];
const hour = 3_600_000;
const now = "2026-05-01T12:00:00Z";
const times = [0, 1, 2, 5].map((hours) => Date.parse(now) - hours * hour);

const among = <Value>(...choices: readonly Value[]) => fc.constantFrom(...choices);
const test = (subject: string, operators: readonly OperatorName[], values: readonly Literal[]) =>
  fc
    .tuple(among(...operators), among(...values))
    .map(([operator, value]) => testOf(subject, operator, value));

const duration = among(1, 2, 5).map(
  (hours): Condition => ({
    kind: "test",
    subject: "at",
    operator: "within-last",
    operand: { kind: "duration", milliseconds: hours * hour, written: `${hours} hours` },
  }),
);
const isSet = among("level", "state", "name").map(
  (subject): Condition => ({
    kind: "test",
    subject,
    operator: "set",
    operand: { kind: "yes-no", yes: true },
  }),
);
const compared = among<OperatorName>("same-as", "differs-from").map(
  (operator): Condition => ({
    kind: "test",
    subject: "name",
    operator,
    operand: { kind: "fact", fact: "other" },
  }),
);

const rowLeaf = fc.oneof(
  test("pages", ["is", "above", "below"], [1, 2, 3]),
  test("owner", ["is", "is-not"], ["x", "y"]),
  test("title", ["contains", "is"], texts),
);
const row = fc.oneof(
  rowLeaf,
  fc.tuple(rowLeaf, rowLeaf).map((pair) => all(...pair)),
  rowLeaf.map(not),
);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  test("level", ["is", "is-not", "below", "above", "at-least", "at-most"], [...levels, 2]),
  test("state", ["is", "is-not", "contains"], ["x", "y", "z"]),
  test("is-on", ["is", "is-not"], [true, false]),
  test("name", ["is", "is-not", "contains", "starts-with", "ends-with"], texts),
  test("version", ["is", "is-not", "below", "at-least"], versions),
  test("at", ["before", "after"], times),
  test("kind", ["is", "is-not"], ["x", "y"]),
  test("jobs.count", ["is", "above", "at-most"], [0, 1, 2]),
  duration,
  isSet,
  compared,
  row.map((where) => some("jobs", where)),
  row.map((where) => none("jobs", where)),
  fc.tuple(row, row).map((pair) => every("jobs", ...pair)),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.tuple(tie("condition"), tie("condition")).map((pair) => all(...pair)),
    fc.tuple(tie("condition"), tie("condition")).map((pair) => any(...pair)),
    tie("condition").map(not),
  ),
})).condition;

/** Everything is known of this world. */
const world: fc.Arbitrary<Record<string, ShortEntry>> = fc.record({
  level: among(0, ...levels, 4, null),
  state: among("x", "y", "z", null),
  "is-on": among(true, false),
  name: among(...texts, "xabx", "ac", null),
  other: among(...texts, "Abc"),
  version: among(...versions, "7.0.1", "9"),
  at: among(...times, Date.parse(now) - 1.5 * hour, Date.parse(now) + hour, null).map((time) =>
    time === null ? null : new Date(time).toISOString(),
  ),
  jobs: fc
    .array(fc.record({ pages: among(0, 1, 2, 3), owner: among("x", "y"), title: among(...texts, "d") }), {
      maxLength: 3,
    })
    .map((items): ShortEntry => (items.length === 0 ? null : { items, covers: [{}] })),
});

const known: Known = {
  fact: (name) => facts.find(({ id }) => id === name),
  whenOf: () => undefined,
  effort: fullEffort(),
};

const never = (formula: Formula): boolean => neverWithin(formula, fullEffort());
const satisfiable = (formula: Formula) => satisfiableWithin(formula, fullEffort());

async function verdictsIn(given: Record<string, ShortEntry>, ...conditions: readonly Condition[]) {
  const rules = conditions.map((when, index) => rule(`r${index}`, when));
  const file = { facts: given, collectedAt: { from: now, to: now } };
  const { outcomes } = await evaluate(rulebook(facts, rules), { facts: file });
  return rules.map(({ id }) => outcomes.get(id)?.verdict);
}

describe("a proof", () => {
  it("holds in every world", async () => {
    let proved = 0;
    await fc.assert(
      fc.asyncProperty(
        condition,
        condition,
        fc.array(world, { minLength: 1, maxLength: 6 }),
        async (a, b, worlds) => {
          const space = openSpace(known);
          const [one, two] = [space.read(a), space.read(b)];
          const impossible = [
            { when: a, is: never(one) },
            { when: not(a), is: never(deny(one)) },
            { when: all(a, b), is: never(both(one, two)) },
            { when: all(a, not(b)), is: never(both(one, deny(two))) },
          ].filter(({ is }) => is);
          proved += impossible.length;
          for (const given of worlds)
            expect(await verdictsIn(given, ...impossible.map(({ when }) => when))).not.toContain("matches");
        },
      ),
      { seed: 20261, numRuns: 800 },
    );
    expect(proved).toBeGreaterThan(100);
  });

  it("knows every world that there is", async () => {
    await fc.assert(
      fc.asyncProperty(condition, world, async (when, given) => {
        const [verdict] = await verdictsIn(given, when);
        const formula = openSpace(known).read(when);
        if (verdict === "matches") expect(satisfiable(formula)).not.toBe(false);
        if (verdict === "does-not-match") expect(satisfiable(deny(formula))).not.toBe(false);
        expect(verdict).not.toBe("cannot-tell");
      }),
      { seed: 20261, numRuns: 1_000 },
    );
  });

  it("is found for what no world of few values shows", async () => {
    const plain = fc.oneof(
      test("level", ["is", "is-not", "below", "above"], [1, 2]),
      test("state", ["is", "is-not"], ["x", "y"]),
      test("is-on", ["is"], [true, false]),
    );
    const worlds = [0, 1, 1.5, 2, 3, null].flatMap((level) =>
      ["x", "y", "z", null].flatMap((state) =>
        [true, false].map((isOn) => ({ level, state, "is-on": isOn })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 2, maxLength: 4 }), async (parts) => {
        const conditions = worlds.map(() => all(...parts));
        const [when] = conditions;
        if (when === undefined) return;
        const shown = await Promise.all(worlds.map(async (given) => (await verdictsIn(given, when))[0]));
        expect(never(openSpace(known).read(when))).toBe(!shown.includes("matches"));
      }),
      { seed: 20261, numRuns: 60 },
    );
  });
});
