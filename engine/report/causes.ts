import type { Rule } from "../rulebook/rulebook.ts";
import { coarserThan } from "./refinement.ts";

/** Which rules a rule explains, directly or through others. */
export interface Causes {
  /** Every rule, of whatever verdict, that this one is enough to bring about. */
  broughtAboutBy(rule: string): ReadonlySet<string>;
  /** Whether one explains the other and not the other way round too: then it comes first. */
  precedes(cause: string, effect: string): boolean;
}

/**
 * A chain runs through rules that match or that could not be checked; where a link is refuted or history
 * (`isBroken`), it ends. A rule that says a fault more precisely explains all that the less precise one does.
 */
export function causes(rules: ReadonlyMap<string, Rule>, isBroken: (rule: string) => boolean): Causes {
  const known = new Map<string, ReadonlySet<string>>();
  const broughtAboutBy = (rule: string) => {
    const reached = known.get(rule) ?? reach(rule, rules, isBroken);
    known.set(rule, reached);
    return reached;
  };
  return {
    broughtAboutBy,
    precedes: (cause, effect) => broughtAboutBy(cause).has(effect) && !broughtAboutBy(effect).has(cause),
  };
}

function reach(
  start: string,
  rules: ReadonlyMap<string, Rule>,
  isBroken: (rule: string) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const effect of explainedBy(id, rules)) {
      if (reached.has(effect)) continue;
      reached.add(effect);
      if (!isBroken(effect)) open.push(effect);
    }
  }
  return reached;
}

function explainedBy(id: string, rules: ReadonlyMap<string, Rule>): readonly string[] {
  const rule = rules.get(id);
  if (rule === undefined) return [];
  const same = coarserThan(rule, rules).flatMap((coarser) => rules.get(coarser)?.explains ?? []);
  return [...rule.explains, ...same];
}
