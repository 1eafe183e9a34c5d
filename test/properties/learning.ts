import type { FactDefinition, ListFact, Rulebook, ScalarShape } from "../../engine/rulebook/rulebook.ts";
import type {
  FactFile,
  ItemsEntry,
  RowEntry,
  Scalar,
  ShortEntry,
  SliceEntry,
} from "../../schemas/generated/types.ts";
import { formatTimestamp, parseTimestamp } from "../../schemas/values/timestamp.ts";
import { mayExist } from "../reference/further-rows.ts";
import { openScope } from "../reference/interpret.ts";
import { pointOf } from "../reference/point-of.ts";
import { readFacts } from "../reference/read-facts.ts";
import { readRows } from "../reference/read-rows.ts";
import { readSlice } from "../reference/read-slice.ts";
import { readValue } from "../reference/read-value.ts";
import { withDerivedFields } from "../reference/row-fields.ts";
import type { Chance } from "./chance.ts";
import { day, noon, raws } from "./generate/values.ts";

/** What is learnt in one step: the file afterwards, and what it speaks of, as `missing` would name it. */
export interface Lesson {
  readonly file: FactFile;
  readonly about: About;
}

export type About =
  | { readonly kind: "fact"; readonly fact: string }
  | { readonly kind: "field"; readonly fact: string; readonly field: string }
  /** A slice, or a row that nobody had seen. */
  | { readonly kind: "part"; readonly fact: string }
  | { readonly kind: "time" };

/** A step by chance about one of the facts, by which more is known and nothing otherwise; null if it cannot be taken. */
export function learn(
  book: Rulebook,
  about: ReadonlySet<string>,
  file: FactFile,
  chance: Chance,
): Lesson | null {
  const facts = Object.values(book.facts).filter(({ id, derived }) => derived === null && about.has(id));
  if (chance.once(facts.length + 1)) return learnTime(file, chance);
  const fact = chance.of(facts);
  return fact.kind === "scalar" ? learnScalar(fact, file, chance) : learnList(fact, book, file, chance);
}

const withEntry = (file: FactFile, fact: string, entry: ShortEntry): FactFile => ({
  ...file,
  facts: { ...file.facts, [fact]: entry },
});

const anyValue = ({ type, orNone }: ScalarShape, chance: Chance): Scalar =>
  chance.of([...raws[type], ...(orNone ? [null] : [])]);

function learnTime(file: FactFile, chance: Chance): Lesson {
  const bound = (end: "from" | "to", otherwise: number): number => {
    const text = file.collectedAt?.[end];
    const read = text === undefined ? null : parseTimestamp(text);
    return read?.ok ? read.value[end] : otherwise;
  };
  const [from, to] = [bound("from", noon - 5 * day), bound("to", noon + 5 * day)];
  const [earlier, later] = [chance.of([from, (from + to) / 2, to]), chance.of([from, (from + to) / 2, to])];
  const collectedAt = {
    from: formatTimestamp(Math.min(earlier, later)),
    to: formatTimestamp(Math.max(earlier, later)),
  };
  return { file: { ...file, collectedAt }, about: { kind: "time" } };
}

function isKnown(fact: FactDefinition & { readonly kind: "scalar" }, entry: ShortEntry | undefined): boolean {
  if (entry === undefined || Array.isArray(entry)) return false;
  const value =
    typeof entry === "object" && entry !== null ? ("value" in entry ? entry.value : undefined) : entry;
  return value !== undefined && readValue(value, fact) !== null;
}

/** An unknown becomes known, or of a conflict a claim falls away. */
function learnScalar(
  fact: FactDefinition & { readonly kind: "scalar" },
  file: FactFile,
  chance: Chance,
): Lesson | null {
  const entry = file.facts[fact.id];
  const about = { kind: "fact", fact: fact.id } as const;
  if (typeof entry === "object" && entry !== null && "conflict" in entry) {
    const readable = entry.conflict.every(({ value }) => readValue(value, fact) !== null);
    const claim = readable ? chance.of(entry.conflict) : { value: anyValue(fact, chance) };
    return { file: withEntry(file, fact.id, claim), about };
  }
  if (isKnown(fact, entry)) return null;
  const value = { value: anyValue(fact, chance) };
  const learnt = chance.once(4) ? { conflict: [value, { value: anyValue(fact, chance) }] } : value;
  return { file: withEntry(file, fact.id, learnt), about };
}

function learnList(fact: ListFact, book: Rulebook, file: FactFile, chance: Chance): Lesson | null {
  const entry = itemsOf(file.facts[fact.id]);
  if (entry === null) return null;
  if (entry === "unknown") {
    const items = { items: [], covers: chance.once(3) ? [{}] : [] };
    return { file: withEntry(file, fact.id, items), about: { kind: "fact", fact: fact.id } };
  }
  const step = chance.of([learnField, learnRow, learnSlice]);
  return step(fact, entry, book, file, chance);
}

/** null: it is known to be empty. */
function itemsOf(entry: ShortEntry | undefined): ItemsEntry | "unknown" | null {
  if (entry === null) return null;
  if (Array.isArray(entry)) return { items: entry };
  return typeof entry === "object" && "items" in entry ? entry : "unknown";
}

type Step = (
  fact: ListFact,
  entry: ItemsEntry,
  book: Rulebook,
  file: FactFile,
  chance: Chance,
) => Lesson | null;

/** An open field that tells neither the key nor the slice of the row, so that the row stays what and where it is. */
const learnField: Step = (fact, entry, _book, file, chance) => {
  const open = entry.items.flatMap((item, index) =>
    Object.entries(fact.fields)
      .filter(([name, { derived }]) => derived === null && !fact.key.includes(name))
      .filter(([name, shape]) => item[name] === undefined || readValue(item[name], shape) === null)
      .map(([name, shape]) => ({ index, name, shape })),
  );
  if (open.length === 0) return null;
  const { index, name, shape } = chance.of(open);
  const learnt =
    name === "culture"
      ? chance.of(["en-US", "de-DE", ...(shape.orNone ? [null] : [])])
      : anyValue(shape, chance);
  const items = entry.items.map((item, place) => (place === index ? { ...item, [name]: learnt } : item));
  return {
    file: withEntry(file, fact.id, { ...entry, items }),
    about: { kind: "field", fact: fact.id, field: name },
  };
};

/** A row outside the covered slices and the present keys. */
const learnRow: Step = (fact, entry, book, file, chance) => {
  const seen = Object.entries(fact.fields).filter(([, { derived }]) => derived === null);
  const item: RowEntry = Object.fromEntries(seen.map(([name, shape]) => [name, anyValue(shape, chance)]));
  const world = readFacts(book, file);
  const [row] = readRows([item], fact, book.languages);
  const list = world.lists.get(fact.id);
  if (row === undefined || list === undefined) return null;
  const whole = withDerivedFields(row, fact, openScope(world));
  const isPlaced = [...fact.key, ...fact.coveredBy].every(
    (name) => pointOf(whole.fields.get(name) ?? null, fact.fields[name]?.type ?? "text") !== undefined,
  );
  if (!isPlaced || !mayExist(whole, list, fact, world)) return null;
  const learnt = { ...entry, items: [...entry.items, item] };
  return { file: withEntry(file, fact.id, learnt), about: { kind: "part", fact: fact.id } };
};

/** A slice in which, as it turns out, no more rows are than were seen. */
const learnSlice: Step = (fact, entry, _book, file, chance) => {
  const slice: SliceEntry = {};
  for (const name of fact.coveredBy) {
    const shape = fact.fields[name];
    if (shape === undefined || chance.once(3)) continue;
    slice[name] = shape.type === "timestamp" ? someTime(chance) : anyValue(shape, chance);
  }
  if (readSlice(slice, fact) === null) return null;
  const learnt = { ...entry, covers: [...(entry.covers ?? []), slice] };
  return { file: withEntry(file, fact.id, learnt), about: { kind: "part", fact: fact.id } };
};

function someTime(chance: Chance): { from?: string; to?: string } {
  const [from, to] = [chance.of(raws.timestamp), chance.of(raws.timestamp)].map(String);
  return {
    ...(from === undefined || chance.once(3) ? {} : { from }),
    ...(to === undefined || chance.once(3) ? {} : { to }),
  };
}
