import type { FactEntry, FactFile } from "../../schemas/generated/types.ts";
import { foldText } from "../../schemas/values/text-equal.ts";

type Sources = NonNullable<FactFile["sources"]>;

export interface SettledClaims {
  readonly entry: FactEntry;
  /** Paths of the sources that count; empty where nothing was settled. */
  readonly kept: readonly string[];
  readonly leftOut: readonly string[];
}

/** Of claims that disagree, those count whose source lies where `part`, a piece of a path, points. */
export function settleClaims(
  entry: Extract<FactEntry, { conflict: unknown }>,
  part: string,
  sources: Sources,
): SettledClaims {
  const pathsOf = ({ from }: (typeof entry.conflict)[number]): readonly string[] =>
    (from ?? []).flatMap(({ source }) => sources[source]?.path ?? []);
  const fits = entry.conflict.filter((claim) => pathsOf(claim).some((path) => liesIn(path, part)));
  if (fits.length === 0 || fits.length === entry.conflict.length)
    return { entry: fits.length === 0 ? entry : { conflict: fits }, kept: [], leftOut: [] };
  const others = entry.conflict.filter((claim) => !fits.includes(claim));
  return {
    entry: { conflict: fits },
    kept: [...new Set(fits.flatMap(pathsOf))].sort(),
    leftOut: [...new Set(others.flatMap(pathsOf))].sort(),
  };
}

const liesIn = (path: string, part: string): boolean => slashed(path).includes(slashed(part));
const slashed = (path: string): string => foldText(path.replaceAll("\\", "/"));
