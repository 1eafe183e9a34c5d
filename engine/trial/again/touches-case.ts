import { evaluate } from "../../evaluate/evaluate.ts";
import type { Rule, Rulebook } from "../../rulebook/rulebook.ts";
import type { CaseRun } from "../cases/run-case.ts";
import { withRulesFor } from "../rules-for.ts";
import { verdictOn } from "../verdict-on.ts";
import type { TouchedRules } from "./examples-again.ts";

/**
 * Can rules that changed have turned what a case came to? A case that failed is always tried again. What was known
 * in its last run judges the new conditions; while no verdict turns, the rest of its report can change only by
 * rules that match, and its next steps by rules that are open.
 */
export async function touchesCase(
  run: CaseRun,
  touched: TouchedRules,
  before: Rulebook,
  after: Rulebook,
): Promise<boolean> {
  if (run.trial.differences.length > 0 || run.trial.unused.length > 0) return true;
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  for (const rule of after.rules) {
    if (!touched.all.has(rule.id)) continue;
    const was = old.get(rule.id);
    if (was === undefined || (await turns(run, was, rule, after))) return true;
  }
  return false;
}

async function turns(run: CaseRun, was: Rule, rule: Rule, after: Rulebook): Promise<boolean> {
  const outcome = run.evaluation.outcomes.get(rule.id);
  if (outcome === undefined || verdictOn(run.evaluation, rule.when) !== outcome.verdict) return true;
  switch (outcome.verdict) {
    case "does-not-match":
      return false;
    case "matches":
      return layoutOf(rule) !== layoutOf(was);
    case "cannot-tell": {
      if (!run.asksForSteps) return false;
      if (layoutOf(rule) !== layoutOf(was)) return true;
      const { outcomes } = await evaluate(withRulesFor(after, [rule.id]), { facts: run.facts });
      return JSON.stringify(outcomes.get(rule.id)?.missing) !== JSON.stringify(outcome.missing);
    }
  }
}

/** What of a rule decides its place in a report. */
function layoutOf({
  surer,
  severity,
  confidence,
  commonness,
  explains,
  restates,
  refines,
  setAsideBy,
}: Rule): string {
  return JSON.stringify([surer, severity, confidence, commonness, explains, restates, refines, setAsideBy]);
}
