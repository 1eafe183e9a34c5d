import { severities, verdictWords } from "../../../schemas/fact-types.ts";
import type { Missing, Report } from "../../../schemas/generated/types.ts";

const kept = new Set<string>([
  ...severities,
  ...verdictWords,
  ...["certain", "likely", "possible", "fault", "advisory", "symptom", "all-clear"],
  ...["diagnosed", "healthy", "nothing-found", "inconclusive", "unknown", "unrecognized"],
  ...["all", "any", "not", "test", "some", "none", "every", "rule"],
  ...["question", "action", "end", "yes", "no", "not-known", "rule-matches"],
  ...(["not-collected", "access-denied", "out-of-coverage", "ambiguous"] satisfies Missing["reason"][]),
]);

const names = new Set(["sources", "slice", "row"]);

/** The report with every string that its schema leaves free replaced, and every name that a stranger chooses. */
export function replaceStrings(report: Report, replace: (text: string) => string): Report {
  return replaced(report, replace, false) as Report;
}

function replaced(value: unknown, replace: (text: string) => string, isMap: boolean): unknown {
  if (typeof value === "string") return kept.has(value) ? value : replace(value);
  if (Array.isArray(value)) return value.map((item) => replaced(item, replace, false));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    isMap ? replace(name) : name,
    replaced(inner, replace, names.has(name)),
  ]);
  return Object.fromEntries(entries);
}
