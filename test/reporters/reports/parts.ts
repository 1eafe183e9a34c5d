import type {
  Diagnosis,
  EvidenceRows,
  EvidenceTest,
  Missing,
  Place,
  Report,
  Verdict,
} from "../../../schemas/generated/types.ts";

/** A report that says nothing yet; each case fills in what it is about. */
export const emptyReport: Report = {
  schemaVersion: 1,
  versions: {
    tool: "0.4.2",
    packs: [
      { id: "entra-private-network-connector", version: "0.3.0", digest: "sha256:9f31c07ad5e2b8846612" },
    ],
    facts: "sha256:51ce0b77f0a94d3e8b21",
  },
  subject: { host: "CONN-02" },
  collectedAt: { from: "2026-11-20T14:05:11Z", to: "2026-11-20T14:05:38Z" },
  headline: "",
  outcome: "diagnosed",
  summary: { rules: 0, matches: 0, doesNotMatch: 0, cannotTell: 0 },
  diagnoses: [],
  setAside: [],
  symptoms: [],
  unexplained: [],
  allClear: [],
  undecided: [],
  nextSteps: [],
  conflicts: [],
  flowchart: null,
  sources: {},
  warnings: [],
  verdicts: [],
};

export const at = (source: string, place?: string): Place =>
  place === undefined ? { source } : { source, at: place };

export const test = (fact: string, found: string, ...places: Place[]): EvidenceTest => ({
  kind: "test",
  truth: true,
  fact,
  expected: `is ${found}`,
  found,
  at: places,
});

export const unknownTest = (fact: string, reason: Missing["reason"], detail?: string): EvidenceTest => ({
  kind: "test",
  truth: "unknown",
  fact,
  expected: "is true",
  found: "(not known)",
  reason,
  ...(detail === undefined ? {} : { detail }),
  at: [],
});

export const rows = (fact: string, found: string, ...shown: EvidenceRows["rows"]): EvidenceRows => ({
  kind: "some",
  truth: true,
  fact,
  expected: "some row with result connect",
  found,
  rows: shown,
  at: [],
});

export const bare: Pick<
  Diagnosis,
  "kind" | "references" | "lessPrecise" | "consequences" | "alsoCausedBy" | "mayBeCausedBy" | "fix"
> = {
  kind: "fault",
  references: [],
  lessPrecise: [],
  consequences: [],
  alsoCausedBy: [],
  mayBeCausedBy: [],
  fix: [],
};

export const ruledOut = (rule: string, fact: string, found: string, place: Place): Verdict => ({
  rule,
  kind: "fault",
  verdict: "does-not-match",
  evidence: { kind: "test", truth: false, fact, expected: "is the failing value", found, at: [place] },
  missing: [],
});
