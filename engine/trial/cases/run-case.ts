import type { FactFile, Report, Warning } from "../../../schemas/generated/types.ts";
import type { CaseTrial } from "../../../schemas/trial.ts";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { assembleReport } from "../../report/assemble.ts";
import { withNamedSymptoms, withSymptoms } from "../../reported-symptoms.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Expectation } from "./expectation.ts";
import { judgeCase, type Outcome } from "./judge-case.ts";

/** A case that could be read: its facts, as they were imported, and what must come out. */
export interface TrialCase {
  readonly name: string;
  readonly facts: FactFile;
  readonly warnings: readonly Warning[];
  /** A fact file alone, written for this case: everything in it is meant to be used. */
  readonly isFactFile: boolean;
  readonly expectation: Expectation;
}

export interface CaseRun {
  readonly trial: CaseTrial;
  readonly outcome: Outcome;
  readonly evaluation: Evaluation;
  /** With the symptoms that were reported. */
  readonly facts: FactFile;
  /** The case says what has to be among the next steps. */
  readonly asksForSteps: boolean;
}

/** What the exit code of a report is; the command line knows. */
export type ExitOf = (report: Report) => number;

/** Tries one case. The report is that of `diagnose`, without its digests. */
export async function runCase(rulebook: Rulebook, tried: TrialCase, exitOf: ExitOf): Promise<CaseRun> {
  const { name, expectation } = tried;
  const { facts, warnings: ofSymptoms } = withNamedSymptoms(
    rulebook,
    withSymptoms(tried.facts, expectation.symptoms),
  );
  const warnings = [...(tried.warnings ?? []), ...ofSymptoms];
  const evaluation = await evaluate(rulebook, { facts });
  const report = assembleReport(rulebook, evaluation, facts, { toolVersion: "", digest: () => "", warnings });
  const outcome = { report, exit: exitOf(report) };
  const differences = judgeCase(expectation, outcome);
  return {
    trial: {
      name,
      title: expectation.title,
      file: expectation.file,
      differences,
      unused: tried.isFactFile ? report.warnings.map(({ message }) => message) : [],
    },
    outcome,
    evaluation,
    facts,
    asksForSteps: expectation.wanted.next !== undefined,
  };
}
