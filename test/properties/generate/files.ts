import fc from "fast-check";
import type { FactDefinition, ListFact, Rulebook, ScalarFact } from "../../../engine/rulebook/rulebook.ts";
import { reasons } from "../../../schemas/fact-types.ts";
import type {
  CollectedAt,
  FactFile,
  RowEntry,
  Scalar,
  ShortEntry,
  SliceEntry,
} from "../../../schemas/generated/types.ts";
import { raws, wrong } from "./values.ts";

/** Fact files over the facts of a rulebook that are seen. */
export function files(book: Rulebook): fc.Arbitrary<FactFile> {
  const base = Object.values(book.facts).filter(({ derived }) => derived === null);
  const entries = base.map((fact) =>
    fc.option(entry(fact), { freq: 4, nil: undefined }).map((given) => [fact.id, given] as const),
  );
  return fc.record({ all: fc.tuple(...entries), collectedAt }).map(({ all, collectedAt }) => ({
    collectedAt,
    facts: Object.fromEntries(all.flatMap(([id, given]) => (given === undefined ? [] : [[id, given]]))),
  }));
}

const collectedAt: fc.Arbitrary<CollectedAt> = fc.constantFrom<CollectedAt>(
  { from: "2026-11-20T12:00:00Z", to: "2026-11-20T12:00:00Z" },
  { from: "2026-11-18T12:00:00Z", to: "2026-11-21T12:00:00Z" },
  { from: "2026-11-20T12:00:00Z" },
  { to: "2026-11-20T12:00:00Z" },
  {},
);

const unknown: fc.Arbitrary<ShortEntry> = fc.constantFrom(...reasons).map((reason) => ({ unknown: reason }));

const entry = (fact: FactDefinition): fc.Arbitrary<ShortEntry> =>
  fact.kind === "scalar" ? scalarEntry(fact) : listEntry(fact);

function scalarEntry(fact: ScalarFact): fc.Arbitrary<ShortEntry> {
  const right = value(fact);
  const claims = fc.array(
    right.map((claim) => ({ value: claim })),
    { minLength: 2, maxLength: 3 },
  );
  return fc.oneof(
    { weight: 10, arbitrary: right },
    { weight: 2, arbitrary: right.map((claim) => ({ value: claim })) },
    { weight: 3, arbitrary: claims.map((conflict) => ({ conflict })) },
    { weight: 1, arbitrary: unknown },
    { weight: 1, arbitrary: fc.constant(wrong[fact.type]) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

const value = ({
  type,
  orNone,
}: {
  readonly type: ScalarFact["type"];
  readonly orNone: boolean;
}): fc.Arbitrary<Scalar> => fc.constantFrom(...raws[type], ...(orNone ? [null] : []));

function listEntry(fact: ListFact): fc.Arbitrary<ShortEntry> {
  const rows = fc.array(row(fact), { maxLength: 4 });
  const covers = fc.array(slice(fact), { maxLength: 3 });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.array(row(fact), { minLength: 1, maxLength: 4 }) },
    { weight: 12, arbitrary: fc.record({ items: rows, covers }) },
    { weight: 3, arbitrary: rows.map((items) => ({ items, complete: true as const })) },
    { weight: 1, arbitrary: unknown },
    { weight: 1, arbitrary: fc.constant("no list") },
  );
}

export function row(fact: ListFact): fc.Arbitrary<RowEntry> {
  const fields = Object.entries(fact.fields)
    .filter(([, { derived }]) => derived === null)
    .map(([name, shape]) =>
      fc
        .oneof(
          { weight: 12, arbitrary: fieldValue(name, shape) },
          { weight: 2, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constant(wrong[shape.type]) },
        )
        .map((given) => [name, given] as const),
    );
  return fc.tuple(...fields).map((all) => Object.fromEntries(all.filter(([, given]) => given !== undefined)));
}

const fieldValue = (
  name: string,
  shape: { readonly type: ScalarFact["type"]; readonly orNone: boolean },
): fc.Arbitrary<Scalar> =>
  name === "culture" ? fc.constantFrom("en-US", "EN", "de-DE", null) : value(shape);

/** A part that was looked at. Some say a thing that nobody can read, and cover nothing. */
export function slice(fact: ListFact): fc.Arbitrary<SliceEntry> {
  const parts = fact.coveredBy.map((name) => {
    const shape = fact.fields[name];
    return fc
      .option(shape === undefined ? fc.constant(null) : slicePart(shape), { freq: 4, nil: undefined })
      .map((part) => [name, part] as const);
  });
  return fc
    .tuple(...parts)
    .map((all) =>
      Object.fromEntries(all.flatMap(([name, part]) => (part === undefined ? [] : [[name, part]]))),
    );
}

function slicePart(shape: ListFact["fields"][string]): fc.Arbitrary<SliceEntry[string]> {
  if (shape.type === "timestamp") {
    const end = fc.option(fc.constantFrom(...raws.timestamp.map(String)), { nil: undefined });
    return fc.record({ from: end, to: end }).map(({ from, to }) => ({
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }));
  }
  const role = fc.constantFrom<Scalar>("service", "sign-in", "other");
  const right = shape.values.includes("service") ? role : value(shape);
  return fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: fc.constant(wrong[shape.type]) });
}
