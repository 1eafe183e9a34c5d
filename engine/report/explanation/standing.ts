import type { Diagnosis, Report } from "../../../schemas/generated/types.ts";

/** Where a rule that matches stands in the report, and why there; full sentences. */
export function standing(rule: string, report: Report): readonly string[] {
  const history = report.setAside.find((one) => one.rule === rule);
  if (history !== undefined) return [`It is history and no diagnosis. ${history.because}`];
  for (const { diagnosis, under } of everyDiagnosis(report.diagnoses)) {
    if (diagnosis.rule === rule) return asDiagnosis(diagnosis, under);
    if (diagnosis.lessPrecise.some((one) => one.rule === rule))
      return [`${named(diagnosis)} says the same fault more precisely, so it stands there.`];
  }
  return [];
}

interface Standing {
  readonly diagnosis: Diagnosis;
  readonly under: Diagnosis | null;
}

function everyDiagnosis(
  diagnoses: readonly Diagnosis[],
  under: Diagnosis | null = null,
): readonly Standing[] {
  return diagnoses.flatMap((diagnosis) => [
    { diagnosis, under },
    ...everyDiagnosis(diagnosis.consequences, diagnosis),
  ]);
}

function asDiagnosis(diagnosis: Diagnosis, under: Diagnosis | null): readonly string[] {
  const { because, alsoCausedBy, mayBeCausedBy, confidence } = diagnosis;
  return [
    `It is ${confidence}${because === "" ? "." : `: ${because}`}`,
    under === null
      ? "Nothing as sure that was found explains it."
      : `It stands under ${named(under)}, which explains it.`,
    ...(alsoCausedBy.length > 0 ? [`It is explained by ${alsoCausedBy.join(", ")} as well.`] : []),
    ...(mayBeCausedBy.length > 0
      ? [`It may be caused by ${mayBeCausedBy.join(", ")}, which is less sure.`]
      : []),
  ];
}

const named = ({ title, rule }: Diagnosis) => `"${title}" (${rule})`;
