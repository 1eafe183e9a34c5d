import type { Origin, Origins } from "../../../schemas/generated/types.ts";
import { canonicalLine } from "../../fact-file/canonical-json.ts";

/** All origins, each once, in an order that does not depend on that of the files. */
export function joinOrigins(lists: readonly (readonly Origin[] | undefined)[]): Origins {
  const [only, ...more] = lists;
  if (more.length === 0 && (only?.length ?? 0) < 2) return [...(only ?? [])];
  const distinct = new Map<string, Origin>();
  for (const origin of lists.flatMap((list) => list ?? [])) distinct.set(canonicalLine(origin), origin);
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, origin]) => origin);
}
