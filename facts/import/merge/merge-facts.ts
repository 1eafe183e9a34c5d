import type {
  ConflictEntry,
  FactEntry,
  ItemsEntry,
  UnknownEntry,
  ValueEntry,
} from "../../../schemas/generated/types.ts";
import type { FoundFact, Warning } from "../format.ts";
import type { Plan } from "../wanted-fact.ts";
import { mergeRows } from "./merge-rows.ts";
import { type MergeRule, mergeRules } from "./merge-rule.ts";
import { mergeUnknowns } from "./merge-unknowns.ts";
import { mergeValues } from "./merge-values.ts";

export interface Merged {
  /** Sorted by id. */
  readonly facts: Readonly<Record<string, FactEntry>>;
  readonly warnings: readonly Warning[];
}

/** What several files say of the same facts, as one entry each. The order of the files has no effect. */
export function mergeFacts(
  found: readonly FoundFact[],
  plan: Plan,
  pathOf: (source: string) => string,
): Merged {
  const rules = mergeRules(plan);
  const byFact = new Map<string, FactEntry[]>();
  for (const { fact, entry } of found) byFact.set(fact, [...(byFact.get(fact) ?? []), entry]);
  const warnings: Warning[] = [];
  const merged = [...byFact.keys()].sort().map((fact): [string, FactEntry] => {
    const say = (code: string, message: string) => warnings.push({ code, message, fact });
    return [fact, mergeEntries(byFact.get(fact) ?? [], rules(fact), { fact, say, pathOf })];
  });
  return { facts: Object.fromEntries(merged), warnings };
}

interface Context {
  readonly fact: string;
  readonly say: (code: string, message: string) => void;
  readonly pathOf: (source: string) => string;
}

function mergeEntries(entries: readonly FactEntry[], rule: MergeRule, context: Context): FactEntry {
  const { values, lists, unknowns } = sorted(entries);
  const isList = rule.isList || lists.length > 0;
  // Among rows a bare none says: looked, and there are no rows.
  const nones = isList ? values.filter(({ value }) => value === null) : [];
  const others = isList ? values.filter(({ value }) => value !== null) : values;
  const rows = [...lists, ...nones.map(noRows)];
  if (others.length > 0 && rows.length > 0) sayMisfits(others, context);
  if (rows.length === 0 && others.length === 0) return mergeUnknowns(unknowns);
  saySetAside(unknowns, [...rows, ...others], context);
  return rows.length > 0 ? mergeRows(rows, rule, context) : mergeValues(others, rule);
}

interface Sorted {
  readonly values: ValueEntry[];
  readonly lists: ItemsEntry[];
  readonly unknowns: UnknownEntry[];
}

function sorted(entries: readonly FactEntry[]): Sorted {
  const all: Sorted = { values: [], lists: [], unknowns: [] };
  for (const entry of entries) {
    if ("conflict" in entry) all.values.push(...claimsOf(entry));
    else if ("items" in entry) all.lists.push(entry);
    else if ("unknown" in entry) all.unknowns.push(entry);
    else all.values.push(entry);
  }
  return all;
}

const claimsOf = ({ conflict }: ConflictEntry): readonly ValueEntry[] => conflict;

function noRows({ from }: ValueEntry): ItemsEntry {
  return { items: [], covers: [{}], ...(from && { from }) };
}

function sayMisfits(others: readonly ValueEntry[], { fact, say, pathOf }: Context): void {
  const files = pathsOf(others, pathOf);
  say(
    "not-a-list",
    `${files} gives a single value for ${fact}, which is a list of rows; the value was set aside.`,
  );
}

/** What is known beats what could not be seen, but why it could not be seen is not lost. */
function saySetAside(
  unknowns: readonly UnknownEntry[],
  known: readonly { from?: ValueEntry["from"] }[],
  context: Context,
): void {
  const { fact, say, pathOf } = context;
  const reasons = new Map<string, UnknownEntry[]>();
  for (const unknown of unknowns) {
    if (unknown.unknown === "not-collected") continue;
    const why = unknown.detail ?? unknown.unknown;
    reasons.set(why, [...(reasons.get(why) ?? []), unknown]);
  }
  for (const why of [...reasons.keys()].sort()) {
    const files = pathsOf(reasons.get(why) ?? [], pathOf);
    say("unknown-set-aside", `${files} could not give ${fact} (${why}), but ${pathsOf(known, pathOf)} does.`);
  }
}

function pathsOf(
  entries: readonly { from?: ValueEntry["from"] }[],
  pathOf: (source: string) => string,
): string {
  const sources = entries.flatMap(({ from }) => (from ?? []).map(({ source }) => source));
  const paths = [...new Set(sources.map(pathOf))].sort();
  return paths.length > 3 ? `${paths.slice(0, 3).join(", ")} and others` : paths.join(", ") || "a file";
}
