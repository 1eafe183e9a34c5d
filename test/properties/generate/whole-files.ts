import fc from "fast-check";
import type { FactDefinition, ListFact, Rulebook, ScalarShape } from "../../../engine/rulebook/rulebook.ts";
import type { FactFile, ItemsEntry, RowEntry, Scalar, ShortEntry } from "../../../schemas/generated/types.ts";
import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import { raws } from "./values.ts";

const noon = "2026-11-20T12:00:00Z";

/** Fact files in which everything is known: one value a fact, every row and field of every list, one instant. */
export function wholeFiles(book: Rulebook): fc.Arbitrary<FactFile> {
  const base = Object.values(book.facts).filter(({ derived }) => derived === null);
  const entries = base.map((fact) => entry(fact).map((given) => [fact.id, given] as const));
  return fc
    .tuple(...entries)
    .map((all) => ({ collectedAt: { from: noon, to: noon }, facts: Object.fromEntries(all) }));
}

const entry = (fact: FactDefinition): fc.Arbitrary<ShortEntry> =>
  fact.kind === "scalar" ? value(fact).map((given) => ({ value: given })) : wholeList(fact);

function value({ type, orNone }: Pick<ScalarShape, "type" | "orNone">): fc.Arbitrary<Scalar> {
  // Nothing is a share of nothing: without a zero every percentage is known.
  const exact = raws[type].filter((raw) => raw !== 0 && (type !== "timestamp" || isInstant(String(raw))));
  return fc.constantFrom(...exact, ...(orNone ? [null] : []));
}

function isInstant(text: string): boolean {
  const time = parseTimestamp(text);
  return time.ok && time.value.from === time.value.to;
}

function wholeList(fact: ListFact): fc.Arbitrary<ItemsEntry> {
  const seen = Object.entries(fact.fields).filter(([, { derived }]) => derived === null);
  const fields = seen.map(([name, shape]) =>
    (name === "culture" ? fc.constant("en-US") : value(shape)).map((given) => [name, given] as const),
  );
  const row: fc.Arbitrary<RowEntry> = fc.tuple(...fields).map((all) => Object.fromEntries(all));
  // Spellings of one value make one key, so keys are kept apart by a field without spellings, or there is one row.
  return fc
    .array(row, { maxLength: fact.key.length === 0 ? 3 : 1 })
    .map((items) => ({ items, covers: [{}] }));
}

/** What somebody saw of a whole file: some facts, some rows and fields, and at some time around the collection. */
export function glimpses(whole: FactFile, book: Rulebook): fc.Arbitrary<FactFile> {
  const parts = Object.entries(whole.facts).map(([id, given]) =>
    fc.option(partOf(given, book.facts[id]), { freq: 3, nil: undefined }).map((part) => [id, part] as const),
  );
  const collectedAt = fc.constantFrom(
    whole.collectedAt ?? {},
    { from: "2026-11-18T12:00:00Z", to: "2026-11-22T12:00:00Z" },
    { to: noon },
    {},
  );
  return fc.record({ all: fc.tuple(...parts), collectedAt }).map(({ all, collectedAt: at }) => ({
    collectedAt: at,
    facts: Object.fromEntries(all.flatMap(([id, part]) => (part === undefined ? [] : [[id, part]]))),
  }));
}

function partOf(given: ShortEntry, fact: FactDefinition | undefined): fc.Arbitrary<ShortEntry> {
  if (fact?.kind !== "list" || given === null || typeof given !== "object" || !("items" in given))
    return fc.constant(given);
  const free = Object.keys(fact.fields).filter(
    (name) => !fact.key.includes(name) && !fact.coveredBy.includes(name),
  );
  return fc
    .record({ isCovered: fc.boolean(), seed: fc.nat(), drop: fc.option(fc.constantFrom("", ...free)) })
    .map(({ isCovered, seed, drop }) => {
      const kept = given.items.filter((_, index) => isCovered || (seed >> index) % 2 === 0);
      const items = kept.map((item) =>
        Object.fromEntries(Object.entries(item).filter(([name]) => name !== drop)),
      );
      return { items, covers: isCovered ? [{}] : [] };
    });
}
