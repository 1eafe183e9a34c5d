import { safeJson } from "../safe-text.ts";
import { findingsOf, type LintResult, rangeOf } from "./lint-result.ts";

/** Every finding with its range, for programs. */
export function lintJson(result: LintResult): string {
  const { problems, warnings, rules, facts, toolVersion } = result;
  const document = {
    schemaVersion: 1,
    toolVersion,
    summary: { rules, facts, problems: problems.length, warnings: warnings.length },
    findings: findingsOf(result).map((finding) => {
      const { level, code, file, message, hint } = finding;
      return { level, code, file, range: rangeOf(finding), message, ...(hint === undefined ? {} : { hint }) };
    }),
  };
  return `${safeJson(JSON.stringify(document, null, 2))}\n`;
}
