import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { RuleExample } from "../../rulebook/source.ts";
import { type ExampleRun, runExamples } from "../examples.ts";
import { withRulesFor } from "../rules-for.ts";
import { verdictOn } from "../verdict-on.ts";

/** Rules that changed, and those that read them, directly or not. */
export interface TouchedRules {
  readonly changed: ReadonlySet<string>;
  /** The changed ones among them. */
  readonly all: ReadonlySet<string>;
}

export interface ExamplesAgain {
  /** Those that need not be run again, and those that were. */
  readonly runs: readonly ExampleRun[];
  /** How many were run. */
  readonly ran: number;
}

/**
 * Runs the examples of the changed rules, and of rules that read them where a verdict turned that they read. What was
 * known in the last run of an example judges the new conditions.
 *
 * @param examples of all rules
 */
export async function examplesAgain(
  before: readonly ExampleRun[],
  rulebook: Rulebook,
  examples: readonly RuleExample[],
  touched: TouchedRules,
): Promise<ExamplesAgain> {
  const again = new Set(touched.changed);
  for (const run of before)
    if (touched.all.has(run.rule) && !again.has(run.rule) && readsATurn(run, rulebook, touched))
      again.add(run.rule);
  const isAgain = ({ rule }: { readonly rule: string }) => again.has(rule);
  if (again.size === 0) return { runs: before, ran: 0 };
  const tried = await runExamples(withRulesFor(rulebook, [...again]), examples.filter(isAgain));
  const fresh = tried.filter(isAgain);
  return { runs: inOrder([...before.filter((run) => !isAgain(run)), ...fresh]), ran: fresh.length };
}

function readsATurn({ evaluation, passed }: ExampleRun, { rules }: Rulebook, { all }: TouchedRules): boolean {
  if (!passed) return true;
  return rules.some(({ id, when }) => {
    const outcome = all.has(id) ? evaluation.outcomes.get(id) : undefined;
    return outcome !== undefined && verdictOn(evaluation, when) !== outcome.verdict;
  });
}

/** As `runExamples` gives them: the free ones first, then those of the rules. */
function inOrder(runs: readonly ExampleRun[]): readonly ExampleRun[] {
  const rank = ({ place }: ExampleRun) => (place === null ? 0 : 1);
  return runs.toSorted((a, b) => rank(a) - rank(b) || compare(a.rule, b.rule));
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
