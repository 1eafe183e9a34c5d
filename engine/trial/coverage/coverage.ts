import type { CoveredCondition, CoveredSubject } from "../../../schemas/trial.ts";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { whereInWords } from "../../facts/wording.ts";
import type { Rulebook, ScalarShape } from "../../rulebook/rulebook.ts";
import type { Truth } from "../../truth.ts";
import type { PlacedLeaf } from "../conditions/placed-leaves.ts";
import type { ExampleRun } from "../examples.ts";
import type { Subject } from "./covered-subjects.ts";
import { truthsOnRows } from "./rows-seen.ts";

/** What was tried. */
export interface Tried {
  readonly examples: readonly Pick<ExampleRun, "rule" | "evaluation">[];
  readonly cases: readonly { readonly evaluation: Evaluation }[];
}

/**
 * Which outcomes each condition had. Of a rule count its own examples and all cases: what the example of another
 * rule brings about, nobody looks at. Of a derived fact counts everything.
 */
export function coverage(
  subjects: readonly Subject[],
  { examples, cases }: Tried,
  rulebook: Rulebook,
): readonly CoveredSubject[] {
  const ofCases = cases.map(({ evaluation }) => evaluation);
  const all = [...new Set(examples.map(({ evaluation }) => evaluation)), ...ofCases];
  const byRule = new Map<string, Evaluation[]>();
  for (const { rule, evaluation } of examples) byRule.set(rule, [...(byRule.get(rule) ?? []), evaluation]);
  const words = wordsIn(rulebook);
  return subjects.map(({ kind, id, document, leaves }) => {
    const evaluations = kind === "rule" ? [...(byRule.get(id) ?? []), ...ofCases] : all;
    const conditions = leaves.map(
      (placed): CoveredCondition => ({
        place: document.keyPlaceOf(placed.path),
        words: words(placed),
        rowsOf: placed.rowsOf,
        unseen: unseen(placed, evaluations, rulebook),
      }),
    );
    return { kind, id, file: document.file.shownAs, conditions };
  });
}

const outcomes: readonly Truth[] = [true, false, "unknown"];

function unseen(
  { leaf, rowsOf }: PlacedLeaf,
  evaluations: readonly Evaluation[],
  rulebook: Rulebook,
): readonly Truth[] {
  const seen = new Set<Truth>();
  for (const evaluation of evaluations) {
    if (seen.size === outcomes.length) break;
    if (rowsOf === null) seen.add(evaluation.judge(leaf));
    else for (const truth of truthsOnRows(leaf, rowsOf, evaluation, rulebook)) seen.add(truth);
  }
  return outcomes.filter((truth) => !seen.has(truth));
}

/** A condition speaks of the fields of a row, or of the facts that are single values. */
function wordsIn({ facts, lists }: Rulebook): (placed: PlacedLeaf) => string {
  const scalars: Readonly<Record<string, ScalarShape>> = Object.fromEntries(
    Object.entries(facts).flatMap(([id, fact]) => (fact.kind === "scalar" ? [[id, fact] as const] : [])),
  );
  return ({ leaf, rowsOf }) => {
    const fact = rowsOf === null ? undefined : facts[rowsOf];
    return whereInWords(leaf, fact?.kind === "list" ? fact.fields : scalars, lists);
  };
}
