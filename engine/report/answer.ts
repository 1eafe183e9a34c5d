import type { Report } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule, Rulebook } from "../rulebook/rulebook.ts";
import { diagnosisOf } from "./diagnoses.ts";
import { outcomeOf } from "./finding.ts";
import { layOut } from "./layout.ts";
import { sortedMissing } from "./missing.ts";
import { healthOf, outcomeOfReport } from "./outcome.ts";
import { describeSetAside } from "./set-aside.ts";
import type { Study } from "./study.ts";
import { describeSymptoms, unexplained } from "./symptoms.ts";
import { type Undecided, undecidedRules } from "./undecided.ts";

/** The parts of a report that say what is wrong, and how sure that is. */
export type Answer = Pick<
  Report,
  "outcome" | "healthy" | "diagnoses" | "setAside" | "symptoms" | "unexplained" | "undecided"
>;

/** `asked`: the rules that are diagnosed. Whether a symptom is explained is a question to all that was found. */
export function answerOf(
  asked: readonly Rule[],
  found: Study,
  rulebook: Rulebook,
  evaluation: Evaluation,
): { readonly answer: Answer; readonly undecided: readonly Undecided[] } {
  const isAsked = new Set(asked.map(({ id }) => id));
  const reported = found.reported.map(({ id }) => id);
  const present = found.present.filter(({ rule }) => isAsked.has(rule.id));
  const symptoms = describeSymptoms(
    found.reported,
    layOut(found.present, found.byId, found.causes, reported),
    found.causes,
  );
  const puzzles = unexplained(symptoms);
  const placed = layOut(present, found.byId, found.causes, reported);
  const roots = placed.map(({ finding }) => finding.rule.id);
  const undecided = undecidedRules(asked, evaluation, found.causes, puzzles, roots);
  const healthy = healthOf(rulebook.healthyWhen, asked, evaluation);
  const settled = new Set(found.history.map(({ finding }) => finding.rule.id));
  const answer: Answer = {
    outcome: outcomeOfReport(present.length > 0, healthy, asked, evaluation, settled),
    ...(healthy !== undefined && { healthy }),
    diagnoses: placed.map((each) => diagnosisOf(each, rulebook, evaluation)),
    setAside: found.history
      .filter(({ finding }) => isAsked.has(finding.rule.id))
      .map(({ finding, by }) => describeSetAside(finding, by)),
    symptoms,
    unexplained: puzzles,
    undecided: undecided.map(({ rule }) => ({
      rule: rule.id,
      title: rule.title,
      severity: rule.severity,
      missing: sortedMissing(outcomeOf(rule, evaluation).missing),
    })),
  };
  return { answer, undecided };
}
