import type { Rule } from "../rulebook/rulebook.ts";

/** All rules that say the same fault less precisely, through any number of `refines`, the nearest first. */
export function coarserThan(rule: Rule, rules: ReadonlyMap<string, Rule>): readonly string[] {
  const found = new Set<string>();
  let next = rule.refines;
  while (next !== null && !found.has(next)) {
    found.add(next);
    next = rules.get(next)?.refines ?? null;
  }
  return [...found];
}

/**
 * Of these rules, the ones that others of them say more precisely, each with those others. Two rules that refine
 * each other are as precise as one another.
 */
export function finerOnes(
  among: readonly Rule[],
  rules: ReadonlyMap<string, Rule>,
): ReadonlyMap<string, readonly Rule[]> {
  const coarser = new Map(among.map((rule) => [rule.id, new Set(coarserThan(rule, rules))]));
  const finer = new Map<string, Rule[]>();
  for (const rule of among) {
    for (const other of coarser.get(rule.id) ?? []) {
      const isFiner = coarser.has(other) && coarser.get(other)?.has(rule.id) === false;
      if (isFiner) finer.set(other, [...(finer.get(other) ?? []), rule]);
    }
  }
  return finer;
}
