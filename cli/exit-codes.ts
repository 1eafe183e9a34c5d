import type { Severity } from "../schemas/fact-types.ts";
import { severities } from "../schemas/fact-types.ts";
import type { Diagnosis, Report } from "../schemas/generated/types.ts";

/** The one table of exit codes. Never a count. */
export const exitCodes = {
  fine: {
    code: 0,
    means:
      "diagnose: the all-clear of the pack is proved. lint, test: clean. import: a fact file was written. events: a file was read, damaged or not.",
  },
  found: {
    code: 1,
    means:
      "diagnose: a diagnosis at or above --fail-on. lint, test: problems or failures. schema --check: a schema is out of date.",
  },
  unusable: { code: 2, means: "wrong usage, nothing could be read or written, or a pack is broken." },
  inconclusive: {
    code: 3,
    means: "diagnose: no diagnosis at or above --fail-on, and health is not proved either.",
  },
  bug: { code: 70, means: "an error in connector-doctor itself." },
  interrupted: { code: 130, means: "interrupted by Ctrl+C." },
} as const;

export type ExitName = keyof typeof exitCodes;

export const failOnWords = [...severities, "never"] as const;
export type FailOn = Severity | "never";

/** The exit of a diagnosis; the first line that fits. `never` asks for the report alone, `named` for these rules only. */
export function diagnoseExit(report: Report, failOn: FailOn, named: readonly string[] = []): ExitName {
  if (failOn === "never") return "fine";
  if (report.diagnoses.some((diagnosis) => reaches(diagnosis, failOn))) return "found";
  if (report.healthy) return report.healthy.verdict === "matches" ? "fine" : "inconclusive";
  return isRuledOut(report, failOn, named) ? "fine" : "inconclusive";
}

/** A diagnosis counts with all that it brought about. */
function reaches(diagnosis: Diagnosis, threshold: Severity): boolean {
  return (
    isAtLeast(diagnosis.severity, threshold) ||
    diagnosis.consequences.some((consequence) => reaches(consequence, threshold))
  );
}

/**
 * In a pack without an all-clear of its own: every fault at or above the threshold does not match. Where no fault was
 * asked for, everything that was is decided; an all-clear that was asked for by name is proved.
 */
function isRuledOut({ undecided, verdicts }: Report, threshold: Severity, named: readonly string[]): boolean {
  const asked = verdicts.filter(({ rule }) => named.length === 0 || named.includes(rule));
  const faults = new Set(asked.flatMap(({ rule, kind }) => (kind === "fault" ? [rule] : [])));
  const isProved = asked.every(
    ({ kind, verdict }) => named.length === 0 || kind !== "all-clear" || verdict === "matches",
  );
  if (faults.size === 0) return isProved && asked.every(({ verdict }) => verdict !== "cannot-tell");
  return (
    isProved && !undecided.some(({ rule, severity }) => faults.has(rule) && isAtLeast(severity, threshold))
  );
}

const isAtLeast = (severity: Severity, threshold: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(threshold);
