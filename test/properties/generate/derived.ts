import fc from "fast-check";
import type { Condition, Literal } from "../../../engine/condition.ts";
import type {
  Derivation,
  FactDefinition,
  FieldDefinition,
  ListFact,
  ScalarFact,
} from "../../../engine/rulebook/rulebook.ts";
import type { ScalarType } from "../../../schemas/fact-types.ts";
import { list, scalar } from "../../support/small-rulebook.ts";
import type { Seen } from "./catalogue.ts";
import { condition, type Vocabulary, where } from "./conditions.ts";
import { day, oneOf } from "./values.ts";

/** The facts that are seen, and up to five that follow from them and from one another. */
export function withDerived(seen: Seen): fc.Arbitrary<Seen> {
  const withPairs = fc.oneof(
    { weight: 2, arbitrary: fc.constant(seen) },
    {
      weight: seen.plain === true ? 0 : 1,
      arbitrary: pairsOf(seen).map((pairs) => ({ ...seen, facts: [...seen.facts, pairs] })),
    },
  );
  return fc
    .nat(4)
    .chain((count) =>
      Array.from({ length: count }).reduce<fc.Arbitrary<Seen>>(
        (before, _, index) => before.chain((known) => oneMore(known, index)),
        withPairs,
      ),
    );
}

function oneMore(seen: Seen, index: number): fc.Arbitrary<Seen> {
  const vocabulary: Vocabulary = { ...seen, rules: [] };
  const facts = fc.oneof(
    ...(seen.plain === true ? plainKinds : kinds).map((kind) => kind(vocabulary, `derived-${index}`)),
  );
  return facts.map((more) => ({ ...seen, facts: [...seen.facts, ...more] }));
}

type Kind = (vocabulary: Vocabulary, id: string) => fc.Arbitrary<FactDefinition[]>;

const derived = (
  id: string,
  type: ScalarType,
  derivation: Derivation,
  more: Partial<ScalarFact> = {},
): ScalarFact => scalar(id, type, { derived: derivation, ...more });

const listsOf = ({ facts }: Vocabulary): ListFact[] => facts.filter((fact) => fact.kind === "list");

const named = ({ facts }: Vocabulary, type: ScalarType): string[] =>
  facts.filter((fact) => fact.kind === "scalar" && fact.type === type).map(({ id }) => id);

const filter = (vocabulary: Vocabulary, { id }: ListFact) => fc.option(where(vocabulary, id, 1), { freq: 7 });

const pick: Kind = (vocabulary, id) =>
  fc.constantFrom(...listsOf(vocabulary).filter(({ derived }) => derived === null)).chain((from) =>
    pickedBy(vocabulary, from).map((by) => {
      const part = (field: string | null): Derivation => ({
        kind: "picked",
        from: from.id,
        where: by,
        field,
      });
      return [
        derived(`${id}.found`, "boolean", part(null)),
        ...Object.entries(from.fields).map(([name, { type, values, message }]) =>
          derived(`${id}.${name}`, type, part(name), { values, message }),
        ),
      ];
    }),
  );

/** Mostly the row of one key: else more than one row fits, and nothing is known. */
function pickedBy(vocabulary: Vocabulary, { id, key }: ListFact): fc.Arbitrary<Condition> {
  const free = where(vocabulary, id, 1);
  if (key.length === 0) return free;
  const pins = key.map((name) => where(onlyEquality(vocabulary, id, name), id, 0));
  return fc.oneof(
    { weight: 2, arbitrary: fc.tuple(...pins).map((of): Condition => ({ kind: "all", of })) },
    { weight: 1, arbitrary: free },
  );
}

/** The same words with but one field of the list in it. */
function onlyEquality(vocabulary: Vocabulary, list: string, name: string): Vocabulary {
  return {
    ...vocabulary,
    facts: vocabulary.facts.map((fact) => {
      if (fact.id !== list || fact.kind !== "list") return fact;
      const field = fact.fields[name];
      return field === undefined ? fact : { ...fact, fields: { [name]: field } };
    }),
  };
}

const cases: Kind = (vocabulary, id) => {
  const types: readonly {
    readonly type: ScalarType;
    readonly values: readonly string[];
    readonly all: readonly Literal[];
  }[] = [
    { type: "boolean", values: [], all: [true, false] },
    { type: "one-of", values: oneOf, all: oneOf },
    { type: "number", values: [], all: [0, 7, 8.5, null] },
  ];
  return fc.constantFrom(...types).chain(({ type, values, all }) =>
    fc
      .record({
        cases: fc.array(fc.record({ when: condition(vocabulary, 1), value: fc.constantFrom(...all) }), {
          minLength: 1,
          maxLength: 3,
        }),
        otherwise: fc.constantFrom(...all),
        exhaustive: fc.integer({ min: 0, max: 6 }).map((number) => number > 0),
      })
      .map((kind) => [derived(id, type, { kind: "cases", ...kind }, { values })]),
  );
};

const count: Kind = (vocabulary, id) =>
  fc
    .constantFrom(...listsOf(vocabulary))
    .chain((from) =>
      filter(vocabulary, from).map((by) => [
        derived(id, "number", { kind: "count", list: from.id, where: by }, { unit: "count" }),
      ]),
    );

const extreme: Kind = (vocabulary, id) => {
  const fields = listsOf(vocabulary).flatMap((from) =>
    Object.entries(from.fields).flatMap(([name, { type }]) =>
      type === "number" || type === "timestamp" ? [{ from, name, type }] : [],
    ),
  );
  if (fields.length === 0) return count(vocabulary, id);
  return fc
    .constantFrom(...fields)
    .chain(({ from, name, type }) =>
      fc
        .tuple(filter(vocabulary, from), fc.constantFrom("smallest" as const, "largest" as const))
        .map(([by, kind]) => [derived(id, type, { kind, field: name, list: from.id, where: by })]),
    );
};

const difference: Kind = (vocabulary, id) =>
  fc.oneof(
    twoOf(named(vocabulary, "number")).map(([from, minus]) => [
      derived(id, "number", { kind: "difference", from, minus, perUnit: 1 }),
    ]),
    twoOf(named(vocabulary, "timestamp")).map(([from, minus]) => [
      derived(id, "number", { kind: "difference", from, minus, perUnit: day }, { unit: "days" }),
    ]),
  );

const twoOf = (ids: readonly string[]) => fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids));

const percent: Kind = (vocabulary, id) =>
  twoOf(named(vocabulary, "number")).map(([part, of]) => [
    derived(id, "number", { kind: "percent", part, of }),
  ]);

const daysUntil: Kind = (vocabulary, id) =>
  fc
    .constantFrom(...named(vocabulary, "timestamp"))
    .map((of) => [derived(id, "number", { kind: "days-until", of }, { unit: "days" })]);

const part: Kind = (vocabulary, id) =>
  fc
    .tuple(
      fc.constantFrom(...named(vocabulary, "host-and-port")),
      fc.constantFrom("host" as const, "port" as const),
    )
    .map(([of, which]) => [
      derived(id, which === "host" ? "host" : "number", { kind: "part", part: which, of }),
    ]);

const lookedUp: Kind = (vocabulary, id) =>
  fc
    .constantFrom(...named(vocabulary, "host"))
    .map((by) => [
      derived(
        id,
        "one-of",
        { kind: "looked-up", list: "hosts", by },
        { values: ["service", "sign-in", "other"] },
      ),
    ]);

const kinds: readonly Kind[] = [
  pick,
  pick,
  cases,
  cases,
  count,
  extreme,
  difference,
  percent,
  daysUntil,
  part,
  lookedUp,
];

/** Without those of which a range may be known: there the reference sees a little further. */
const plainKinds: readonly Kind[] = [pick, pick, cases, cases, part, lookedUp, daysUntil, difference];

/** Pairs of probes. Mostly each side asks for another value of one field, as packs do. */
function pairsOf(seen: Seen): fc.Arbitrary<ListFact> {
  const vocabulary: Vocabulary = { ...seen, rules: [] };
  const base = listsOf(vocabulary).filter(({ id }) => id === "probes");
  return fc.constantFrom(...base).chain((from) => {
    const names = Object.keys(from.fields);
    return fc
      .tuple(
        fc.subarray(names, { minLength: 1, maxLength: 2 }),
        where(vocabulary, from.id, 0),
        where(vocabulary, from.id, 1),
        fc.boolean(),
      )
      .map(([on, left, free, opposed]) => pairs(from, on, left, opposed ? { kind: "not", of: left } : free));
  });
}

function pairs(from: ListFact, on: string[], left: Condition, right: Condition): ListFact {
  const fields: Record<string, FieldDefinition> = {};
  for (const [name, own] of Object.entries(from.fields)) {
    if (on.includes(name)) fields[name] = { ...own, derived: null };
    for (const side of ["left", "right"]) fields[`${side}.${name}`] = { ...own, derived: null };
  }
  const sides = [
    { name: "left", where: left },
    { name: "right", where: right },
  ] as const;
  return list("pairs", fields, { derived: { kind: "match-up", from: from.id, on, sides } });
}
