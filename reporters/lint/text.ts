import { limits } from "../../schemas/limits.ts";
import { counted } from "../document/count.ts";
import { type ProblemOptions, problemLines } from "../problems.ts";
import { safeLine } from "../safe-text.ts";
import { findingsOf, type LintResult } from "./lint-result.ts";

/** Every finding with the lines around it, and how many there are. */
export function lintText(result: LintResult, options: ProblemOptions): string {
  const findings = findingsOf(result);
  const { problems, warnings, rules, facts } = result;
  const [first] = findings;
  if (first === undefined) return `${counted(rules, "rule")} and ${counted(facts, "fact")} are in order.\n`;
  const shown = findings.slice(0, limits.printedProblems);
  const blocks = shown.map((finding) =>
    problemLines(finding, options, finding.level === "warning" ? "warning: " : "").join("\n"),
  );
  const more = findings.length - shown.length;
  const rest = more === 0 ? "" : ` The first ${shown.length} are shown, ${more} more are not.`;
  const files = counted(new Set(findings.map(({ file }) => file)).size, "file");
  const numbers = `${counted(problems.length, "problem")} and ${counted(warnings.length, "warning")} in ${files}.`;
  const advice = `For more about one of them: ${safeLine(result.calledAs)} lint --explain ${safeLine(first.code)}`;
  return `${blocks.join("\n\n")}\n\n${capitalized(numbers)}${rest}\n${advice}\n`;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
