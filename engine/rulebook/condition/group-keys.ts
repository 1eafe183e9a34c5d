import type { ConditionSource } from "../../../schemas/generated/types.ts";
import type { Findings } from "../findings.ts";
import { keyOf, type Spot } from "../parse/document.ts";
import { quoted } from "../words.ts";

const groupKeys = ["all", "any", "not", "some", "none", "every", "ruled-out"] as const;
export type GroupKey = (typeof groupKeys)[number];

const companions = ["among", "where"] as const;

/** Words that make a condition; no fact and no field can be called so. */
export const conditionWords: ReadonlySet<string> = new Set([...groupKeys, ...companions]);

export const groupKeyOf = (source: ConditionSource): GroupKey | null =>
  groupKeys.find((key) => Object.hasOwn(source, key)) ?? null;

/** Whether the keys of one map may stand together; if not, that is told. */
export function checkKeys(source: ConditionSource, spot: Spot, findings: Findings): boolean {
  const keys = Object.keys(source);
  const [group, second] = keys.filter((key) => groupKeys.some((each) => each === key));
  const fact = keys.find((key) => !conditionWords.has(key));
  if (second !== undefined) {
    const hint = `Write all: and under it a list, with ${group} and ${second} each in an entry of its own.`;
    findings.problem(
      keyOf(spot, second),
      "two-groups",
      `${quoted(second)} stands in one map with ${quoted(group ?? "")}.`,
      hint,
    );
    return false;
  }
  if (group !== undefined && fact !== undefined) {
    const hint = `Write all: and under it a list, with ${group} in one entry and ${fact} in another.`;
    findings.problem(
      keyOf(spot, fact),
      "group-beside-facts",
      `${quoted(fact)} stands in one map with ${quoted(group)}.`,
      hint,
    );
    return false;
  }
  return checkCompanions(source, group, spot, findings);
}

function checkCompanions(
  source: ConditionSource,
  group: string | undefined,
  spot: Spot,
  findings: Findings,
): boolean {
  const has = (key: string) => Object.hasOwn(source, key);
  if (group === "every") return checkEvery(has, spot, findings);
  if (has("among")) {
    const hint =
      "among belongs to every: every: LIST, among: the rows it speaks of, where: what they must be.";
    findings.problem(keyOf(spot, "among"), "where-alone", `"among" stands without "every".`, hint);
    return false;
  }
  if (has("where") && group !== "some" && group !== "none") {
    const hint = "where belongs to a list: some: LIST, none: LIST or every: LIST.";
    findings.problem(
      keyOf(spot, "where"),
      "where-alone",
      `"where" stands without "some", "none" or "every".`,
      hint,
    );
    return false;
  }
  return true;
}

function checkEvery(has: (key: string) => boolean, spot: Spot, findings: Findings): boolean {
  const missing = companions.find((key) => !has(key));
  if (missing === undefined) return true;
  const hint =
    "Write among: the rows it speaks of, and where: what each of them must be. Without rows that are meant, every would prove nothing.";
  findings.problem(keyOf(spot, "every"), "every-incomplete", `"every" needs ${quoted(missing)}.`, hint);
  return false;
}
