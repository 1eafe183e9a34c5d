import { mostWaivedPercent } from "../../../schemas/trial.ts";
import { inside, keyOf, type Spot } from "../../rulebook/parse/document.ts";
import type { Rule } from "../../rulebook/rulebook.ts";
import { didYouMean, quoted } from "../../rulebook/words.ts";
import { mutantsOf } from "../../trial/mutation/mutants.ts";
import { subjectsIn } from "../../trial/mutation/subjects.ts";
import type { StudiedRule, Study } from "../study.ts";

/** Whether each waiver lets off a mutant that there is, and whether they are too many. Whether one is needed says test. */
export function checkWaivers(study: Study): void {
  const waiving = study.rules.filter(({ document }) => document.value["waived-mutants"] !== undefined);
  const [first] = waiving;
  if (first === undefined) return;
  const namesOf = namesIn(study);
  const waived = waiving.reduce((sum, each) => sum + waivedBy(each, namesOf(each.rule), study), 0);
  const mutants = countUpTo(Math.ceil((waived * 100) / mostWaivedPercent), waiving, namesOf, study);
  if (mutants * mostWaivedPercent >= waived * 100) return;
  const message = `${waived} of ${mutants} mutants of the rules are waived; at most ${mostWaivedPercent} % may be.`;
  const hint = "Give the rules examples that notice some of them, and waive what no facts could show.";
  study.tell(keyOf(first.root, "waived-mutants"), "too-many-waived", message, hint);
}

/** How many of its mutants a rule lets off; what it names beyond them is told. */
function waivedBy({ document, root }: StudiedRule, names: readonly string[], study: Study): number {
  const seen = new Set<string>();
  for (const [index, { mutant }] of (document.value["waived-mutants"] ?? []).entries()) {
    const name = mutant.trim();
    const spot = inside(root, "waived-mutants", index, "mutant");
    if (!names.includes(name)) tellUnknown(name, names, spot, study);
    else if (seen.has(name))
      study.tell(spot, "mutant-unknown", `The mutant ${quoted(name)} is waived twice.`, "Waive it once.");
    else seen.add(name);
  }
  return seen.size;
}

function tellUnknown(name: string, names: readonly string[], spot: Spot, study: Study): void {
  const message = `The rule has no mutant ${quoted(name)}.`;
  const hint = didYouMean(name, names, "test --mutate prints the names of those that nothing notices.");
  study.tell(spot, "mutant-unknown", message, hint);
}

type NamesOf = (rule: Rule) => readonly string[];

/** The names of the mutants of a rule, which cost something to find out. */
function namesIn({ rulebook, declared }: Study): NamesOf {
  const subjects = subjectsIn(rulebook);
  const known = new Map<Rule, readonly string[]>();
  return (rule) => {
    const names = known.get(rule) ?? mutantsOf(rule, declared, subjects).map(({ name }) => name);
    known.set(rule, names);
    return names;
  };
}

/** As test --mutate counts them, over all rules; no further than it matters. */
function countUpTo(
  enough: number,
  waiving: readonly StudiedRule[],
  namesOf: NamesOf,
  { rulebook }: Study,
): number {
  const first = waiving.map(({ rule }) => rule);
  let count = 0;
  // Those that waive something are counted already.
  for (const rule of new Set([...first, ...rulebook.rules])) {
    if (count >= enough) break;
    count += namesOf(rule).length;
  }
  return count;
}
