import type { FactFile, FlowchartPath, Report, Warning } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { allClears } from "./all-clear.ts";
import { type Answer, answerOf } from "./answer.ts";
import { describeConflicts } from "./conflicts.ts";
import { walkFlowcharts } from "./flowchart.ts";
import { headline } from "./headline.ts";
import { sortedWarnings, sources, subject, versions } from "./input.ts";
import { nextSteps, type OpenRule } from "./next-steps.ts";
import { type Study, study } from "./study.ts";
import type { Undecided } from "./undecided.ts";
import { verdictsOf } from "./verdicts.ts";

export interface ReportOptions {
  readonly toolVersion: string;
  /** A digest of a text, as it shall stand in the report. */
  readonly digest: (text: string) => string;
  /** The report speaks of these rules only; symptoms and the flowcharts stay whole. */
  readonly rules?: readonly string[];
  /** What the reader of the input had to say. */
  readonly warnings?: readonly Warning[];
}

/** Puts together what one run found. The same findings give the same report, whatever order they come in. */
export function assembleReport(
  rulebook: Rulebook,
  evaluation: Evaluation,
  file: FactFile,
  options: ReportOptions,
): Report {
  const { memory } = evaluation;
  const found = study(rulebook, evaluation);
  const asked = found.rules.filter(({ id }) => options.rules?.includes(id) ?? true);
  const { answer, undecided } = answerOf(asked, found, rulebook, evaluation);
  const about = subject(file);
  return {
    schemaVersion: 1,
    versions: versions(rulebook, file, options),
    subject: about,
    collectedAt: memory.collectedAt,
    headline: headline({ ...answer, subject: about }, asked),
    ...answer,
    allClear: allClears(asked, rulebook, evaluation),
    nextSteps: nextSteps(waiting(answer, undecided, evaluation), rulebook, (list) => memory.list(list)),
    conflicts: describeConflicts(rulebook, memory, file.facts),
    flowchart: flowchartOf(found, rulebook, evaluation),
    sources: sources(file),
    warnings: sortedWarnings([...memory.warnings, ...(options.warnings ?? [])]),
    ...verdictsOf(asked, evaluation),
  };
}

/** What the undecided rules wait for; where nothing was found, the proof of health waits as well. */
function waiting(
  { outcome, healthy }: Answer,
  undecided: readonly Undecided[],
  { outcomes }: Evaluation,
): readonly OpenRule[] {
  const rules = undecided.map(({ rule: { id }, weight }) => ({ id, weight }));
  if (outcome === "inconclusive" && healthy?.verdict === "cannot-tell")
    rules.push({ id: healthy.rule, weight: rules.at(-1)?.weight ?? 1 });
  return rules.map(({ id, weight }) => ({
    rule: id,
    weight,
    missing: outcomes.get(id)?.missing ?? [],
  }));
}

function flowchartOf(found: Study, { flowcharts }: Rulebook, evaluation: Evaluation): FlowchartPath | null {
  const diagnosed = new Set(found.present.map(({ rule }) => rule.id));
  return (
    flowcharts &&
    walkFlowcharts(
      flowcharts,
      (condition) => evaluation.judge(condition),
      (rule) => diagnosed.has(rule),
    )
  );
}
