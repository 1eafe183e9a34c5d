import type { Rule, Rulebook } from "../../rulebook/rulebook.ts";
import type { RuleExample } from "../../rulebook/source.ts";
import { rulesIn } from "../rules-for.ts";
import type { TouchedRules } from "./examples-again.ts";

interface Loaded {
  readonly rulebook: Rulebook;
  readonly examples: readonly RuleExample[];
}

/** The rules that a change of the pack can have turned; null: all, because what they build on is another one. */
export function touchedRules(before: Loaded, after: Loaded): TouchedRules | null {
  if (groundOf(before.rulebook) !== groundOf(after.rulebook)) return null;
  const [old, now] = [contents(before), contents(after)];
  const ids = [...now.keys()];
  if (ids.length !== old.size || ids.some((id) => !old.has(id))) return null;
  const changed = ids.filter((id) => old.get(id) !== now.get(id));
  return withReaders(changed, [...before.rulebook.rules, ...after.rulebook.rules]);
}

/** Everything in a rulebook but its rules. */
function groundOf({ rules: _rules, packs: _packs, usesPatterns: _patterns, ...ground }: Rulebook): string {
  return JSON.stringify(ground);
}

function contents({ rulebook, examples }: Loaded): ReadonlyMap<string, string> {
  const own = new Map<string, RuleExample[]>(rulebook.rules.map(({ id }) => [id, []]));
  for (const example of examples) own.get(example.rule)?.push(example);
  return new Map(rulebook.rules.map((rule) => [rule.id, JSON.stringify([rule, own.get(rule.id)])]));
}

/** With all rules that read one of them, directly or not. */
export function withReaders(changed: readonly string[], rules: readonly Rule[]): TouchedRules {
  const all = new Set(changed);
  const readers = rules.map(({ id, when }) => ({ id, reads: rulesIn(when) }));
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const { id, reads } of readers) if (reads.some((rule) => all.has(rule))) all.add(id);
  }
  return { changed: new Set(changed), all };
}
