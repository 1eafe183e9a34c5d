import type { ReportedSymptom } from "../../schemas/generated/types.ts";
import type { Rule } from "../rulebook/rulebook.ts";
import type { Causes } from "./causes.ts";
import { inReadingOrder } from "./diagnoses.ts";
import type { Placed } from "./layout.ts";

/** What a caller reported, with the diagnoses that explain it in the order in which they are read. */
export function describeSymptoms(
  reported: readonly Rule[],
  placed: readonly Placed[],
  causes: Causes,
): ReportedSymptom[] {
  const diagnoses = inReadingOrder(placed).map(({ finding }) => finding.rule.id);
  return reported.map((symptom) => ({
    rule: symptom.id,
    title: symptom.title,
    explainedBy: diagnoses.filter((diagnosis) => causes.broughtAboutBy(diagnosis).has(symptom.id)),
  }));
}

export const unexplained = (symptoms: readonly ReportedSymptom[]): string[] =>
  symptoms.filter(({ explainedBy }) => explainedBy.length === 0).map(({ rule }) => rule);
