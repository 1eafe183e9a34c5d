import type { Rule } from "../rulebook/rulebook.ts";
import { coarserThan } from "./refinement.ts";

/** Which rules a rule explains, directly or through others. */
export interface Causes {
  /** Every rule, of whatever verdict, that this one is enough to bring about, with the links that lead there. */
  broughtAboutBy(rule: string): ReadonlyMap<string, number>;
  /** Whether one explains the other and not the other way round too: then it comes first. */
  precedes(cause: string, effect: string): boolean;
}

/**
 * A chain runs through rules that match or that could not be checked; where a link is refuted or history
 * (`isBroken`), it ends. A rule that says a fault more precisely explains all that the less precise one does. What
 * explains a rule explains the symptoms that restate it; the rule itself does not.
 */
export function causes(rules: ReadonlyMap<string, Rule>, isBroken: (rule: string) => boolean): Causes {
  const restated = restatedBy(rules);
  const known = new Map<string, ReadonlyMap<string, number>>();
  const broughtAboutBy = (rule: string) => {
    const reached = known.get(rule) ?? reach(rule, rules, restated, isBroken);
    known.set(rule, reached);
    return reached;
  };
  return {
    broughtAboutBy,
    precedes: (cause, effect) => broughtAboutBy(cause).has(effect) && !broughtAboutBy(effect).has(cause),
  };
}

/** Nearest effects first, so that the shortest chain counts. */
function reach(
  start: string,
  rules: ReadonlyMap<string, Rule>,
  restated: ReadonlyMap<string, readonly string[]>,
  isBroken: (rule: string) => boolean,
): ReadonlyMap<string, number> {
  const reached = new Map<string, number>();
  const open = [{ id: start, links: 0 }];
  for (const { id, links } of open) {
    for (const effect of explainedBy(id, rules)) {
      if (reached.has(effect)) continue;
      reached.set(effect, links + 1);
      for (const symptom of restated.get(effect) ?? [])
        if (!reached.has(symptom)) reached.set(symptom, links + 1);
      if (!isBroken(effect)) open.push({ id: effect, links: links + 1 });
    }
  }
  return reached;
}

/** A rule to the symptoms in which a caller reports just what it finds. */
function restatedBy(rules: ReadonlyMap<string, Rule>): ReadonlyMap<string, readonly string[]> {
  const restated = new Map<string, string[]>();
  for (const { id, restates } of rules.values())
    for (const rule of restates) restated.set(rule, [...(restated.get(rule) ?? []), id]);
  return restated;
}

function explainedBy(id: string, rules: ReadonlyMap<string, Rule>): readonly string[] {
  const rule = rules.get(id);
  if (rule === undefined) return [];
  const same = coarserThan(rule, rules).flatMap((coarser) => rules.get(coarser)?.explains ?? []);
  return [...rule.explains, ...same];
}
