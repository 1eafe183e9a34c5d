/** The types of a single value. */
export const scalarTypes = [
  "boolean",
  "number",
  "text",
  "one-of",
  "timestamp",
  "version",
  "thumbprint",
  "host",
  "host-and-port",
] as const;

export type ScalarType = (typeof scalarTypes)[number];

/** A fact is a single value, a list of rows, or the one row that `pick` gives. */
export type FactType = ScalarType | "list" | "record";

/** Why a fact is not known; a closed list. */
export const reasons = [
  "not-collected",
  "collector-failed",
  "access-denied",
  "timeout",
  "parse-error",
  "unrecognized-language",
  "ambiguous",
  "damaged-source",
  "out-of-coverage",
  "wrong-type",
  "redacted",
] as const;

export type Reason = (typeof reasons)[number];

export const severities = ["critical", "high", "medium", "low", "info"] as const;
export type Severity = (typeof severities)[number];

export const confidences = ["certain", "likely", "possible"] as const;
export type Confidence = (typeof confidences)[number];

export const commonnesses = ["common", "uncommon", "rare"] as const;
export type Commonness = (typeof commonnesses)[number];

export const ruleKinds = ["fault", "advisory", "symptom", "all-clear"] as const;
export type RuleKind = (typeof ruleKinds)[number];

export const verdictWords = ["matches", "does-not-match", "cannot-tell"] as const;
export type VerdictWord = (typeof verdictWords)[number];
