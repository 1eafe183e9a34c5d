import type { ItemsEntry, RowEntry, SliceEntry } from "../../../schemas/generated/types.ts";
import { limits } from "../../../schemas/limits.ts";
import { foldText } from "../../../schemas/values/text-equal.ts";
import { canonicalLine } from "../../fact-file/canonical-json.ts";
import { newestRows } from "./cap-rows.ts";
import { joinOrigins } from "./join-origins.ts";
import type { MergeRule } from "./merge-rule.ts";
import { canBeOneInstant, mostExact } from "./same-time.ts";

interface Context {
  readonly fact: string;
  readonly say: (code: string, message: string) => void;
}

/** The rows of all files together, and everything that any of them looked at completely. */
export function mergeRows(lists: readonly ItemsEntry[], rule: MergeRule, context: Context): ItemsEntry {
  const rows = joinRows(
    lists.flatMap(({ items, from }) => items.map((row) => (row.from || !from ? row : { ...row, from }))),
    rule,
  );
  const { kept, dropped, covers } = newestRows(rows, coversOf(lists, rows, context));
  if (dropped > 0) {
    context.say(
      "rows-left-out",
      `${context.fact} has ${rows.length} rows; the newest ${kept.length} were kept (limit listRows, ${limits.listRows}).`,
    );
  }
  const from = joinOrigins(lists.map((list) => list.from));
  return { items: kept, ...(covers.length > 0 && { covers }), ...(from.length > 0 && { from }) };
}

/** Who says that there are none, while another file shows rows, has not looked everywhere. */
function coversOf(
  lists: readonly ItemsEntry[],
  rows: readonly RowEntry[],
  { fact, say }: Context,
): SliceEntry[] {
  const saysNone = ({ items, covers = [] }: ItemsEntry) => items.length === 0 && covers.some(isEverything);
  const believed = rows.length === 0 ? lists : lists.filter((list) => !saysNone(list));
  if (believed.length < lists.length) {
    say(
      "none-contradicted",
      `One file says that there are none for ${fact}, and another shows some; the first statement was set aside.`,
    );
  }
  const slices = new Map(
    believed.flatMap(({ covers = [] }) => covers.map((slice) => [canonicalLine(slice), slice] as const)),
  );
  if (slices.has(canonicalLine({}))) return [{}];
  return [...slices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slice]) => slice);
}

const isEverything = (slice: SliceEntry): boolean => Object.keys(slice).length === 0;

/** Rows that say the same stand once; of one thing seen twice, the row that says more. */
function joinRows(rows: readonly RowEntry[], { key }: MergeRule): RowEntry[] {
  const distinct = new Map<string, RowEntry[]>();
  for (const row of rows) {
    const text = contentOf(row);
    const same = distinct.get(text);
    if (same === undefined) distinct.set(text, [row]);
    else same.push(row);
  }
  const sorted = [...distinct]
    .sort(([a, x], [b, y]) => byTime(x[0], y[0]) || (a < b ? -1 : 1))
    .map(([, same]) => joined(same));
  return key.length === 0 ? sorted : joinByKey(sorted, key);
}

function contentOf({ from, ...fields }: RowEntry): string {
  return canonicalLine(fields);
}

/** Rows with a time come in its order; the others first. */
function byTime(a: RowEntry | undefined, b: RowEntry | undefined): number {
  const [left, right] = [textOf(a?.time), textOf(b?.time)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function joined(rows: readonly RowEntry[]): RowEntry {
  const [first = {}] = rows;
  if (rows.length < 2) return first;
  const time = mostExact(rows.map((row) => textOf(row.time)).filter((each) => each !== ""));
  return {
    ...Object.assign({}, ...[...rows].reverse()),
    ...(time !== undefined && { time }),
    from: joinOrigins(rows.map(({ from }) => from)),
  };
}

/** The same event from two exports, one of them without its message: one row, if no field contradicts. */
function joinByKey(rows: readonly RowEntry[], key: readonly string[]): RowEntry[] {
  const byKey = new Map<string, RowEntry[]>();
  for (const [index, row] of rows.entries()) {
    const text = keyOf(row, key) ?? `${index}`;
    byKey.set(text, [...(byKey.get(text) ?? []), row]);
  }
  return [...byKey.values()].flatMap((same) => (agree(same) ? [joined(same)] : same));
}

/** Undefined for a row that leaves a field of its key open: it could be any. */
function keyOf(row: RowEntry, key: readonly string[]): string | undefined {
  const values = key.map((field) => row[field]);
  if (values.includes(undefined)) return undefined;
  return JSON.stringify(values.map((value) => (typeof value === "string" ? foldText(value) : value)));
}

function agree(rows: readonly RowEntry[]): boolean {
  const known = new Map<string, unknown>();
  if (!canBeOneInstant(rows.flatMap(({ time }) => (time === undefined ? [] : [time])))) return false;
  return rows.every((row) =>
    Object.entries(row).every(([field, value]) => {
      if (field === "from" || field === "time") return true;
      if (known.has(field)) return known.get(field) === value;
      known.set(field, value);
      return true;
    }),
  );
}
