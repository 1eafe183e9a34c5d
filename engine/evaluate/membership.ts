import { hostMatches } from "../../schemas/values/host.ts";
import type { Claim } from "../facts/reading.ts";
import type { ListDefinition } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";
import { isNone, sameClaim, textOf } from "./compare-claims.ts";
import type { Context } from "./context.ts";

type ListEntry = ListDefinition["entries"][number];

/** A hit proves membership; a miss disproves it only in a closed list that was still good at the collection. */
export function memberOf(listId: string, claim: Claim, context: Pick<Context, "lists" | "now">): Truth {
  const list = context.lists[listId];
  if (list === undefined) throw new Error(`There is no list ${listId}.`);
  if (isNone(claim)) return false;
  if (list.entries.some((entry) => entryFits(list, entry, claim))) return true;
  return list.closedUntil !== null && context.now.to <= list.closedUntil ? false : "unknown";
}

/** The entry for a value: of those that fit, the one with the longest value wins. */
export function entryFor(list: ListDefinition, claim: Claim): ListEntry | null {
  let best: ListEntry | null = null;
  for (const entry of list.entries) {
    if (!entryFits(list, entry, claim)) continue;
    if (best === null || String(entry.value).length > String(best.value).length) best = entry;
  }
  return best;
}

function entryFits(list: ListDefinition, { value }: ListEntry, claim: Claim): boolean {
  if (list.type === "host") {
    const host = textOf(claim);
    return host !== null && typeof value === "string" && (value === host || hostMatches(value, host));
  }
  return sameClaim(claim, { value }, false, list.type) === true;
}
