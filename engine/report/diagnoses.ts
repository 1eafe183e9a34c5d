import type { Diagnosis, LessPrecise, ReportReference } from "../../schemas/generated/types.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Rule, Rulebook } from "../rulebook/rulebook.ts";
import { renderBecause } from "./because.ts";
import type { Finding } from "./finding.ts";
import { fixSteps } from "./fix.ts";
import type { Placed } from "./layout.ts";

export function diagnosisOf(placed: Placed, rulebook: Rulebook, evaluation: Evaluation): Diagnosis {
  const { rule, confidence, outcome } = placed.finding;
  return {
    rule: rule.id,
    title: rule.title,
    kind: rule.kind === "advisory" ? "advisory" : "fault",
    severity: rule.severity,
    confidence,
    because: renderBecause(rule.because, rulebook.facts, evaluation.memory),
    fix: fixSteps(rule.fix, rulebook, evaluation),
    references: rule.references.map(copied),
    evidence: outcome.evidence,
    lessPrecise: placed.lessPrecise.map((finding) => lessPrecise(finding, rulebook, evaluation)),
    consequences: placed.consequences.map((below) => diagnosisOf(below, rulebook, evaluation)),
    alsoCausedBy: [...placed.alsoCausedBy],
    mayBeCausedBy: [...placed.mayBeCausedBy],
  };
}

/** Its fix is dropped: the finer rule knows the better one. */
function lessPrecise({ rule, outcome }: Finding, rulebook: Rulebook, evaluation: Evaluation): LessPrecise {
  return {
    rule: rule.id,
    title: rule.title,
    because: renderBecause(rule.because, rulebook.facts, evaluation.memory),
    evidence: outcome.evidence,
  };
}

const copied = (reference: Rule["references"][number]): ReportReference => ({ ...reference });

/** Every diagnosis of the tree, each before its consequences. */
export function inReadingOrder(placed: readonly Placed[]): readonly Placed[] {
  return placed.flatMap((one) => [one, ...inReadingOrder(one.consequences)]);
}
