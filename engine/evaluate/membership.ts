import { sameness } from "../facts/normal-form.ts";
import type { Claim } from "../facts/reading.ts";
import type { ListDefinition } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";
import { isNone, sameClaim } from "./compare-claims.ts";
import type { Context } from "./context.ts";

type ListEntry = ListDefinition["entries"][number];

/** A hit proves membership; a miss disproves it only in a closed list that was still good at the collection. */
export function memberOf(listId: string, claim: Claim, context: Pick<Context, "lists" | "now">): Truth {
  const list = context.lists[listId];
  if (list === undefined) throw new Error(`There is no list ${listId}.`);
  if (isNone(claim)) return false;
  if (entryFor(list, claim) !== null) return true;
  if (!("value" in claim) && mayBeIn(list, claim)) return "unknown";
  return list.closedUntil !== null && context.now.to < list.closedUntil ? false : "unknown";
}

/** Of a range nobody knows whether it is an entry that lies in it. */
function mayBeIn({ entries, type }: ListDefinition, range: Claim): boolean {
  return entries.some(({ value }) => sameClaim(range, { value }, false, type) !== false);
}

/** The entry for a value: of hosts the host itself, else the longest ending. */
export function entryFor(list: ListDefinition, claim: Claim): ListEntry | null {
  if (!("value" in claim) || claim.value === null) return null;
  const entries = entriesOf(list);
  const value = sameness(claim.value, list.type);
  const itself = entries.get(value);
  if (itself !== undefined) return itself;
  return list.type === "host" && typeof value === "string" ? endingOf(value, entries) : null;
}

function endingOf(host: string, entries: Entries): ListEntry | null {
  for (let dot = host.indexOf("."); dot > 0; dot = host.indexOf(".", dot + 1)) {
    const entry = entries.get(`*${host.slice(dot)}`);
    if (entry !== undefined) return entry;
  }
  return null;
}

type Entries = ReadonlyMap<unknown, ListEntry>;

/** By value, so that a long list is not searched for every row. */
const remembered = new WeakMap<ListDefinition, Entries>();

function entriesOf(list: ListDefinition): Entries {
  const known = remembered.get(list);
  if (known !== undefined) return known;
  const entries = new Map<unknown, ListEntry>();
  for (const entry of list.entries) {
    const value = sameness(entry.value, list.type);
    if (!entries.has(value)) entries.set(value, entry);
  }
  remembered.set(list, entries);
  return entries;
}
