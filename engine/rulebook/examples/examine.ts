import type { Scope } from "../condition/scope.ts";
import type { Declarations } from "../declare/declare-all.ts";
import type { Findings } from "../findings.ts";
import type { Rule } from "../rulebook.ts";
import type { RuleExample } from "../source.ts";
import { checkNowNeeded } from "./check-now.ts";
import { examplesOf } from "./examples.ts";
import { mayReadDates } from "./may-read-dates.ts";
import type { Known } from "./reads-dates.ts";

/** The examples of all rules, in the order of the rules and of their files. */
export async function examineExamples(
  { declared, facts }: Pick<Declarations, "declared" | "facts">,
  rules: readonly Rule[],
  findings: Findings,
): Promise<readonly RuleExample[]> {
  const scope: Scope = { declared, findings, rows: null, may: { known: false, rules: false } };
  const whens = new Map(rules.map(({ id, when }) => [id, when]));
  const known: Known = { facts, lists: declared.lists.known, whenOf: (rule) => whens.get(rule) ?? null };
  const mayBeDated = mayReadDates(known);
  const all: RuleExample[] = [];
  for (const id of [...declared.rules.known.keys()].sort()) {
    const rule = declared.rules.known.get(id);
    const examples = rule === undefined ? [] : await examplesOf(rule, scope);
    const when = whens.get(id);
    const isDated = when !== undefined && mayBeDated(when);
    for (const placed of examples) {
      all.push(placed.example);
      if (isDated) checkNowNeeded(placed, when, known, findings);
    }
  }
  for (const rule of declared.overridden) await examplesOf(rule, scope);
  return all;
}
