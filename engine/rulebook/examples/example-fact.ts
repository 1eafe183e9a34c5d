import type { FactEntry, ShortEntry } from "../../../schemas/generated/types.ts";
import { entryProblems } from "../../../schemas/text/schema-problems.ts";
import { literal } from "../condition/literal.ts";
import { type Scope, singleFact } from "../condition/scope.ts";
import { inside, keyOf, type Spot } from "../parse/document.ts";
import type { FactDefinition, ListFact, ScalarShape } from "../rulebook.ts";
import { didYouMean, quoted } from "../words.ts";

/** Whether a fact of an example exists and can have the value; derived facts may be given in examples. */
export async function checkExampleFact(
  name: string,
  raw: unknown,
  key: Spot,
  spot: Spot,
  scope: Scope,
): Promise<void> {
  const fact = scope.declared.facts.known.get(name);
  if (fact === undefined) singleFact(scope, name, key);
  else if (Array.isArray(raw) && raw.length === 0) tellEmpty(name, spot, scope);
  else if (await hasFormOfEntry(raw, spot, scope)) checkEntry(fact, raw as ShortEntry, spot, scope);
}

function tellEmpty(name: string, spot: Spot, { findings }: Scope): void {
  const hint = "Write none if somebody looked and there are no rows; leave the fact out if nobody looked.";
  findings.problem(
    spot,
    "empty-rows",
    `An empty list does not say whether there are no rows of ${quoted(name)}, or nobody looked.`,
    hint,
  );
}

async function hasFormOfEntry(raw: unknown, { document, path }: Spot, { findings }: Scope): Promise<boolean> {
  if (raw === null || typeof raw !== "object") return true;
  const problems = await entryProblems(raw, {
    file: document.file.shownAs,
    places: document,
    path,
  });
  findings.take(problems.map(({ problem }) => problem));
  return problems.length === 0;
}

function checkEntry(fact: FactDefinition, entry: ShortEntry, spot: Spot, scope: Scope): void {
  if (entry === null || typeof entry !== "object") checkShort(fact, entry, spot, scope);
  else if (Array.isArray(entry)) checkItems(fact, entry, spot, spot, scope);
  else checkFull(fact, entry, spot, scope);
}

function checkShort(fact: FactDefinition, value: unknown, spot: Spot, scope: Scope): void {
  if (fact.kind === "scalar") checkValue(value, fact.id, fact, spot, scope);
  else if (value !== null && value !== "none") tellNotRows(fact, spot, scope);
}

function checkFull(fact: FactDefinition, entry: FactEntry, spot: Spot, scope: Scope): void {
  if ("unknown" in entry) return;
  if ("items" in entry) {
    checkItems(fact, entry.items, inside(spot, "items"), keyOf(spot), scope);
    if (fact.kind === "list") checkSlices(fact, entry.covers ?? [], inside(spot, "covers"), scope);
    return;
  }
  const claims =
    "conflict" in entry
      ? entry.conflict.map((each, index) => ({ each, at: inside(spot, "conflict", index) }))
      : [{ each: entry, at: spot }];
  for (const { each, at } of claims) {
    if (fact.kind === "list") tellNotRows(fact, at, scope);
    else if (!(fact.type === "text" && each.value === "none"))
      checkValue(each.value, fact.id, fact, inside(at, "value"), scope);
  }
}

type Rows = Extract<FactEntry, { readonly items: unknown }>["items"];

function checkItems(fact: FactDefinition, rows: Rows, spot: Spot, whole: Spot, scope: Scope): void {
  if (fact.kind === "scalar") {
    scope.findings.problem(
      whole,
      "example-not-readable",
      `${quoted(fact.id)} is a single value, and here stand rows.`,
      "Write one value behind it.",
    );
    return;
  }
  for (const [index, row] of rows.entries()) {
    for (const [field, value] of Object.entries(row)) {
      if (field !== "from") checkField(fact, field, value, inside(spot, index, field), scope);
    }
  }
}

function checkField(fact: ListFact, field: string, value: unknown, spot: Spot, scope: Scope): void {
  const shape = Object.hasOwn(fact.fields, field) ? fact.fields[field] : undefined;
  if (shape !== undefined) {
    checkValue(value, field, shape, spot, scope);
    return;
  }
  const hint = didYouMean(field, Object.keys(fact.fields), "Its fields stand in the catalogue, under of.");
  scope.findings.problem(
    { ...spot, isKey: true },
    "unknown-field",
    `The rows of ${quoted(fact.id)} have no field ${quoted(field)}.`,
    hint,
  );
}

type Slices = NonNullable<Extract<FactEntry, { readonly items: unknown }>["covers"]>;

function checkSlices(fact: ListFact, slices: Slices, spot: Spot, scope: Scope): void {
  for (const [index, slice] of slices.entries()) {
    for (const [field, value] of Object.entries(slice)) {
      const at = inside(spot, index, field);
      if (!fact.coveredBy.includes(field)) {
        const hint = didYouMean(field, fact.coveredBy, "The catalogue says so with covered-by.");
        scope.findings.problem(
          { ...at, isKey: true },
          "unknown-field",
          `${quoted(fact.id)} is not covered by ${quoted(field)}.`,
          hint,
        );
      } else if (value === null || typeof value !== "object") checkField(fact, field, value, at, scope);
      else
        for (const [end, time] of Object.entries(value))
          checkValue(time, field, timestamp, inside(at, end), scope);
    }
  }
}

const timestamp: ScalarShape = {
  type: "timestamp",
  values: [],
  alsoWritten: {},
  unit: null,
  orNone: false,
  message: false,
};

function checkValue(value: unknown, name: string, shape: ScalarShape, spot: Spot, { findings }: Scope): void {
  literal(value, name, shape, spot, findings, { openTimes: true });
}

function tellNotRows(fact: FactDefinition, spot: Spot, { findings }: Scope): void {
  findings.problem(
    spot,
    "example-not-readable",
    `${quoted(fact.id)} is a list, and here stands a single value.`,
    "Write rows, each with a dash before it, or none if somebody looked and there are none.",
  );
}
