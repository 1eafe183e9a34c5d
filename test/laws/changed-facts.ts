import fc from "fast-check";
import type { Literal } from "../../engine/condition.ts";
import type { ListFact, Rulebook, ScalarShape } from "../../engine/rulebook/rulebook.ts";
import type { FactFile, Scalar } from "../../schemas/generated/types.ts";
import { type Reads, readsOf } from "./what-a-rule-reads.ts";
import { domainOf, literalsByField } from "./worlds.ts";

type Facts = FactFile["facts"];
type Entry = Facts[string];

/** One fact of a case, told otherwise. */
export interface ChangedFact {
  readonly fact: string;
  /** For who reads a failure. */
  readonly told: string;
  readonly facts: Facts;
}

/** What all rules together compare facts and fields with. */
export function comparedWith(rulebook: Rulebook): Pick<Reads, "literals" | "asked"> {
  const all = rulebook.rules.map((rule) => readsOf(rule, rulebook));
  const literals: Reads["literals"] = new Map();
  for (const reads of all)
    for (const [fact, values] of reads.literals) {
      const known = literals.get(fact) ?? new Set();
      for (const value of values) known.add(value);
      literals.set(fact, known);
    }
  return { literals, asked: all.flatMap(({ asked }) => asked) };
}

/**
 * Each fact of the case in turn with up to `most` other values: not known, none, another word, below, at and above each
 * constant that a rule compares it with. Of a list one field of one row is another, or the rows are not known. The choice
 * follows from the seed.
 */
export function changedFacts(
  facts: Facts,
  rulebook: Rulebook,
  compared: Pick<Reads, "literals" | "asked">,
  { seed, most }: { readonly seed: number; readonly most: number },
): readonly ChangedFact[] {
  return Object.keys(facts)
    .sort()
    .flatMap((id) => {
      const fact = rulebook.facts[id];
      if (fact === undefined || fact.derived !== null) return [];
      const entries =
        fact.kind === "list"
          ? otherRows(fact, facts[id], compared.asked)
          : otherValues(fact, facts[id], compared.literals.get(id) ?? []);
      return sampled([...entries, notKnown], id, seed, most).map((entry) => ({
        fact: id,
        told: `${id}: ${JSON.stringify(entry)}`,
        facts: { ...facts, [id]: entry },
      }));
    });
}

const notKnown: Entry = { unknown: "not-collected" };

function otherValues(shape: ScalarShape, now: Entry | undefined, literals: Iterable<Literal>): Entry[] {
  return valuesOf(shape, literals)
    .filter((value) => value !== now)
    .map((value): Entry => ({ value }))
    .filter((entry) => JSON.stringify(entry) !== JSON.stringify(now));
}

/** With every word of a one-of. */
const valuesOf = (shape: ScalarShape, literals: Iterable<Literal>): Scalar[] => [
  ...new Set([...domainOf(shape, literals), ...shape.values]),
];

function otherRows(fact: ListFact, now: Entry | undefined, asked: Reads["asked"]): Entry[] {
  const rows = rowsOf(now);
  if (rows === null) return [];
  const mentioned = literalsByField(asked.filter(({ list }) => list === fact.id).map(({ where }) => where));
  return rows.items.flatMap((row, index) =>
    Object.entries(fact.fields)
      .filter(([, field]) => field.derived === null)
      .flatMap(([name, field]) =>
        valuesOf(field, mentioned.get(name) ?? [])
          .filter((value) => value !== row[name])
          .map((value) => rows.put(rows.items.with(index, { ...row, [name]: value }))),
      ),
  );
}

type Row = Readonly<Record<string, unknown>>;

/** The rows of an entry in short or full form, and how to put others in their place; null where it has none. */
function rowsOf(
  entry: unknown,
): { readonly items: readonly Row[]; put(items: readonly Row[]): Entry } | null {
  if (Array.isArray(entry)) return { items: entry, put: (items) => items as Entry };
  if (entry === null || typeof entry !== "object" || !("items" in entry) || !Array.isArray(entry.items))
    return null;
  return { items: entry.items, put: (items) => ({ ...entry, items }) as Entry };
}

/** The choice is the same for the same fact and seed, whatever else a case holds. */
function sampled(entries: readonly Entry[], name: string, seed: number, most: number): readonly Entry[] {
  if (entries.length <= most) return entries;
  const ownSeed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed);
  const [chosen = []] = fc.sample(fc.shuffledSubarray([...entries], { minLength: most, maxLength: most }), {
    seed: ownSeed,
    numRuns: 1,
  });
  return chosen;
}
