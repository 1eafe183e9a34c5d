import { safeJson } from "../safe-text.ts";
import { findingsOf, type LintFinding, type LintLevel, type LintResult, rangeOf } from "./lint-result.ts";

const levels: Record<LintLevel, "error" | "warning"> = { problem: "error", warning: "warning" };

/** SARIF 2.1.0, as code scanning services read it. */
export function lintSarif(result: LintResult): string {
  const findings = findingsOf(result);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const run = {
    tool: {
      driver: {
        name: "connector-doctor lint",
        version: result.toolVersion,
        rules: codes.map((code) => ({ id: code, shortDescription: { text: result.meaningOf(code) } })),
      },
    },
    columnKind: "utf16CodeUnits",
    results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code))),
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${safeJson(JSON.stringify(log, null, 2))}\n`;
}

function resultOf(finding: LintFinding, ruleIndex: number) {
  const { start, end } = rangeOf(finding);
  return {
    ruleId: finding.code,
    ruleIndex,
    level: levels[finding.level],
    message: { text: finding.hint === undefined ? finding.message : `${finding.message} ${finding.hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(finding.file) },
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
          },
        },
      },
    ],
    // A finding is the same one as before if it says the same of the same file, wherever it has moved to.
    partialFingerprints: { "finding/v1": [finding.code, finding.file, finding.message].join(" | ") },
  };
}

/** A relative reference where the file lies below the working directory, each segment escaped. */
function uriOf(file: string): string {
  const path = file
    .split("/")
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join("/");
  if (/^[A-Za-z]%3A\//.test(path)) return `file:///${path.replace("%3A", ":")}`;
  return path.startsWith("/") ? `file://${path}` : path;
}
