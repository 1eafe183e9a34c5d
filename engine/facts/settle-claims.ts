import type { FactEntry, FactFile } from "../../schemas/generated/types.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import type { ScalarFact } from "../rulebook/rulebook.ts";

type Sources = NonNullable<FactFile["sources"]>;
type Disputed = Extract<FactEntry, { conflict: unknown }>;

/**
 * Of claims that disagree, those count whose source lies where `part`, a piece of a path, points. The message names the
 * paths of both sides; null where that settles nothing.
 */
export function settleClaims(
  entry: Disputed,
  part: string,
  { id, settledBy }: ScalarFact,
  sources: Sources,
): { readonly settled: Disputed; readonly message: string | null } {
  const pathsOf = ({ from }: Disputed["conflict"][number]): readonly string[] =>
    (from ?? []).flatMap(({ source }) => sources[source]?.path ?? []);
  const fits = entry.conflict.filter((claim) => pathsOf(claim).some((path) => liesIn(path, part)));
  if (fits.length === 0 || fits.length === entry.conflict.length) return { settled: entry, message: null };
  const named = (claims: Disputed["conflict"]) => [...new Set(claims.flatMap(pathsOf))].sort().join(", ");
  const others = named(entry.conflict.filter((claim) => !fits.includes(claim))) || "the other one";
  const message = `The files differ on ${id}. That of ${named(fits)} counts, because ${settledBy} points there; ${others} was not used for it.`;
  return { settled: { conflict: fits }, message };
}

const liesIn = (path: string, part: string): boolean => slashed(path).includes(slashed(part));
const slashed = (path: string): string => foldText(path.replaceAll("\\", "/"));
