import { loadPatternEngine } from "../../../schemas/values/pattern.ts";
import type { Sources } from "./read-packs.ts";

/** The pattern engine is costly, and most packs have no pattern. Gives whether it was loaded. */
export async function loadPatterns({ rules, catalogues, flowcharts }: Sources): Promise<boolean> {
  const values = [
    ...rules.flatMap(({ document: { value } }) => [value.when, value.surer, value.fix]),
    ...catalogues.map(({ value }) => value),
    ...flowcharts.map(({ value }) => value),
  ];
  const mayUsePatterns = values.some(holdsPattern);
  if (mayUsePatterns) await loadPatternEngine();
  return mayUsePatterns;
}

/** Depth is limited where the value was read. */
function holdsPattern(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  return Object.entries(value).some(
    ([key, each]) => (key === "matches" && typeof each === "string") || holdsPattern(each),
  );
}
