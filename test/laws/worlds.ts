import fc from "fast-check";
import type { Condition, Literal, Test } from "../../engine/condition.ts";
import type { FieldDefinition, ListFact, Rulebook, ScalarShape } from "../../engine/rulebook/rulebook.ts";
import type { FactEntry, ItemsEntry, Scalar, SliceEntry } from "../../schemas/generated/types.ts";
import { collectedAt, day, type Reads } from "./what-a-rule-reads.ts";

/** Everything is known: the facts that a rule reads, each with a value, every list looked at completely. */
export type World = Readonly<Record<string, FactEntry>>;

/** A value below, equal and above each literal, a value of no rule, and none. */
export function domainOf(shape: ScalarShape, literals: Iterable<Literal>): Scalar[] {
  const values = [...literals].flatMap((literal) => around(shape, literal));
  const all = [...values, ...ofNoRule(shape), ...(shape.orNone ? [null] : [])];
  return [...new Set(all)];
}

function around(shape: ScalarShape, literal: Literal): Scalar[] {
  if (literal === null) return [];
  if (shape.type === "number" && typeof literal === "number") return [literal - 1, literal, literal + 1];
  if (shape.type === "timestamp" && typeof literal === "number")
    return [-day, 0, day].map((by) => new Date(literal + by).toISOString());
  if (shape.type === "version") return ["0.1", String(literal), `${literal}.1`];
  if (shape.type === "text") return [literal, `before ${literal} after`];
  return [literal];
}

function ofNoRule(shape: ScalarShape): Scalar[] {
  const values: Record<ScalarShape["type"], Scalar[]> = {
    boolean: [true, false],
    number: [8443],
    text: ["something else"],
    "one-of": shape.values.slice(0, 3),
    timestamp: [
      new Date(collectedAt - 400 * day).toISOString(),
      new Date(collectedAt + 400 * day).toISOString(),
    ],
    version: ["999.8"],
    thumbprint: ["5EA1".repeat(10), "A459".repeat(10)],
    host: ["elsewhere.contoso.example"],
    "host-and-port": ["proxy.contoso.example:8443", "other.contoso.example:8080"],
  };
  return values[shape.type];
}

/** Worlds over what a rule reads. Rows hit and miss what is asked of their list, and are never two of one key. */
export function worlds(reads: Reads, rulebook: Rulebook): fc.Arbitrary<World> {
  const entries = [...reads.seen].sort().map((id) => {
    const fact = rulebook.facts[id];
    if (fact === undefined) throw new Error(`There is no fact ${id}.`);
    const entry: fc.Arbitrary<FactEntry> =
      fact.kind === "scalar"
        ? fc.constantFrom(...domainOf(fact, reads.literals.get(id) ?? [])).map((value) => ({ value }))
        : listOf(fact, reads);
    return [id, entry] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

function listOf(fact: ListFact, reads: Reads): fc.Arbitrary<FactEntry> {
  const mentioned = literalsByField(
    reads.asked.filter(({ list }) => list === fact.id).map(({ where }) => where),
  );
  const seen = Object.entries(fact.fields).filter(([, { derived }]) => derived === null);
  const row = fc.record(
    Object.fromEntries(seen.map(([name, field]) => [name, fieldOf(field, mentioned.get(name) ?? [])])),
  );
  const sameKey = (each: Record<string, Scalar>) =>
    fact.key.length > 0
      ? JSON.stringify(fact.key.map((key) => each[key])).toLowerCase()
      : JSON.stringify(each);
  return fc.uniqueArray(row, { maxLength: 3, selector: sameKey }).map((items) => ({ items, covers: [{}] }));
}

const fieldOf = (field: FieldDefinition, literals: Iterable<Literal>): fc.Arbitrary<Scalar> =>
  fc.constantFrom(...domainOf(field, literals));

export function literalsByField(conditions: readonly Condition[]): Map<string, Set<Literal>> {
  const byField = new Map<string, Set<Literal>>();
  const visit = (condition: Condition): void => {
    if (condition.kind === "all" || condition.kind === "any") condition.of.forEach(visit);
    else if (condition.kind === "not") visit(condition.of);
    else if (condition.kind === "test") noteTest(condition, byField);
  };
  conditions.forEach(visit);
  return byField;
}

function noteTest({ subject, operand }: Test, byField: Map<string, Set<Literal>>): void {
  const values = byField.get(subject) ?? new Set();
  if (operand.kind === "values") for (const value of operand.values) values.add(value);
  byField.set(subject, values);
}

/** What somebody saw of a world: some facts, some rows, some fields, and the slices in which every row was seen. */
export function glimpses(world: World, rulebook: Rulebook): fc.Arbitrary<Record<string, FactEntry>> {
  const parts = Object.entries(world).map(([id, entry]) => {
    const fact = rulebook.facts[id];
    const seen = fact?.kind === "list" && "items" in entry ? partOfList(fact, entry) : fc.constant(entry);
    return fc.option(seen, { nil: undefined, freq: 3 }).map((part) => [id, part] as const);
  });
  return fc
    .tuple(...parts)
    .map((all) => Object.fromEntries(all.flatMap(([id, part]) => (part === undefined ? [] : [[id, part]]))));
}

function partOfList(fact: ListFact, world: ItemsEntry): fc.Arbitrary<FactEntry> {
  const slices = fc.oneof(fc.constant<SliceEntry[]>([]), fc.constant<SliceEntry[]>([{}]), slicesOf(fact));
  const kept = fc.array(fc.boolean(), { minLength: world.items.length, maxLength: world.items.length });
  const dropped = fc.array(fc.option(fc.constantFrom(...Object.keys(fact.fields)), { freq: 2 }), {
    minLength: world.items.length,
    maxLength: world.items.length,
  });
  return fc.tuple(slices, kept, dropped).map(([covers, keeps, drops]) => {
    const items = world.items.flatMap((item, index) => {
      const isCovered = covers.some((slice) =>
        Object.entries(slice).every(([field, value]) => item[field] === value),
      );
      if (!isCovered && keeps[index] !== true) return [];
      const field = drops[index];
      // An open key field could later be filled with the key of another row, and an open field of a slice hides where it lies.
      if (field === null || field === undefined || fact.key.includes(field) || fact.coveredBy.includes(field))
        return [item];
      return [Object.fromEntries(Object.entries(item).filter(([name]) => name !== field))];
    });
    return { items, covers };
  });
}

/** Slices by fields with a closed set of values; the others stay open. */
function slicesOf(fact: ListFact): fc.Arbitrary<SliceEntry[]> {
  const closed = fact.coveredBy.flatMap((name) => {
    const field = fact.fields[name];
    return field !== undefined && field.derived === null && field.type === "one-of"
      ? [[name, field.values] as const]
      : [];
  });
  const slice = fc
    .record(
      Object.fromEntries(
        closed.map(([name, values]) => [name, fc.option(fc.constantFrom(...values), { nil: undefined })]),
      ),
    )
    .map(
      (given): SliceEntry =>
        Object.fromEntries(
          Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
    );
  return closed.length === 0 ? fc.constant([]) : fc.array(slice, { maxLength: 3 });
}
