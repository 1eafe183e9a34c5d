import type { VerdictWord } from "../schemas/fact-types.ts";
import type { Report, Verdict } from "../schemas/generated/types.ts";
import { tellEvidence } from "./report/explanation/evidence.ts";
import { type ExplainedLine, line } from "./report/explanation/line.ts";
import { tellMissing } from "./report/explanation/missing.ts";
import { standing } from "./report/explanation/standing.ts";
import type { Rule, Rulebook } from "./rulebook/rulebook.ts";

export interface Explanation {
  readonly rule: string;
  readonly title: string;
  readonly verdict: VerdictWord;
  /** The first one says what came out; values of the customer's files are in here. */
  readonly lines: readonly ExplainedLine[];
}

const found: Record<VerdictWord, string> = {
  matches: "Found",
  "does-not-match": "Ruled out",
  "cannot-tell": "Could not check",
};

const headings: Record<VerdictWord, string> = {
  matches: "What proves it:",
  "does-not-match": "What rules it out:",
  "cannot-tell": "What is open:",
};

/** Why a rule came out as it did, or what it waits for; null if the report has no such rule. */
export function explain(rulebook: Rulebook, report: Report, ruleId: string): Explanation | null {
  const rule = rulebook.rules.find(({ id }) => id === ruleId);
  const verdict = report.verdicts.find((one) => one.rule === ruleId);
  if (rule === undefined || verdict === undefined) return null;
  return {
    rule: rule.id,
    title: rule.title,
    verdict: verdict.verdict,
    lines: [
      line(0, `${found[verdict.verdict]}: ${rule.title} (${rule.id})`),
      ...reasons(rule, verdict, report).map((text) => line(1, text)),
      line(1, headings[verdict.verdict]),
      ...tellEvidence(verdict.evidence, 2, { report, titleOf: titlesOf(rulebook), follow: true }),
      ...waitingFor(verdict, rulebook),
    ],
  };
}

function titlesOf({ rules }: Rulebook): (rule: string) => string {
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  return (rule) => titles.get(rule) ?? rule;
}

function reasons(rule: Rule, { verdict }: Verdict, report: Report): readonly string[] {
  const proof = report.allClear.find((one) => one.rule === rule.id);
  if (proof !== undefined) return proof.because === "" ? [] : [proof.because];
  return verdict === "matches" ? standing(rule.id, report) : [];
}

function waitingFor({ missing }: Verdict, rulebook: Rulebook): readonly ExplainedLine[] {
  if (missing.length === 0) return [];
  return [line(1, "What it waits for:"), ...tellMissing(missing, 2, rulebook)];
}
