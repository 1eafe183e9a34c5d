import fc from "fast-check";
import { confidences, reasons, ruleKinds, severities, verdictWords } from "../../../schemas/fact-types.ts";
import type { Diagnosis, Evidence, Report } from "../../../schemas/generated/types.ts";
import { anyText } from "./any-text.ts";

const few = { maxLength: 3 } as const;
const texts = fc.array(anyText, few);
const number = fc.nat(2_000_000);
const ids = fc.oneof(fc.constantFrom("port-443-blocked", "proxy-missing", "trust-is-sound"), anyText);
const moments = fc.oneof(fc.constantFrom("2026-11-20T14:05:38Z", "2026-11-20 14:05 +01:00"), anyText);
const truth = fc.constantFrom(true as const, false as const, "unknown" as const);
const verdict = fc.constantFrom(...verdictWords);
const severity = fc.constantFrom(...severities);

/** Only `required` properties are always there; the others come and go. */
const record = <T, K extends keyof T>(model: { [P in keyof T]: fc.Arbitrary<T[P]> }, ...requiredKeys: K[]) =>
  fc.record(model, { requiredKeys });

const place = record(
  {
    source: fc.oneof(fc.constantFrom("a", "b"), anyText),
    at: fc.oneof(fc.constant("31"), anyText),
    account: anyText,
    time: moments,
  },
  "source",
);
const places = fc.array(place, few);
const missing = record(
  {
    fact: ids,
    field: anyText,
    slice: fc.dictionary(anyText, anyText, { maxKeys: 2 }),
    reason: fc.constantFrom(...reasons),
    detail: anyText,
  },
  "fact",
  "reason",
);

const test = record(
  {
    kind: fc.constant("test" as const),
    truth,
    fact: ids,
    expected: anyText,
    found: anyText,
    reason: anyText,
    detail: anyText,
    at: places,
    through: texts,
  },
  "kind",
  "truth",
  "fact",
  "expected",
  "found",
  "at",
);
const row = fc.record({ truth, row: fc.dictionary(anyText, anyText, { maxKeys: 3 }), at: places });
const rows = record(
  {
    kind: fc.constantFrom("some" as const, "none" as const, "every" as const),
    truth,
    fact: ids,
    expected: anyText,
    found: anyText,
    reason: anyText,
    rows: fc.array(row, { maxLength: 5 }),
    at: places,
  },
  "kind",
  "truth",
  "fact",
  "expected",
  "found",
  "rows",
  "at",
);
const rule = fc.record({
  kind: fc.constant("rule" as const),
  truth,
  rule: ids,
  expected: verdict,
  found: verdict,
});

const evidence = fc.letrec<{ any: Evidence }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    test,
    rows,
    rule,
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const, "not" as const),
      truth,
      parts: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).any;

const step = record(
  { do: anyText, run: anyText, who: anyText, expect: anyText, risk: anyText, if: anyText },
  "do",
);
const reference = record(
  { title: anyText, url: anyText, dated: anyText, says: anyText },
  "title",
  "url",
  "dated",
);

const diagnosis = fc.letrec<{ any: Diagnosis }>((tie) => ({
  any: fc.record({
    rule: ids,
    title: anyText,
    kind: fc.constantFrom("fault" as const, "advisory" as const),
    severity,
    confidence: fc.constantFrom(...confidences),
    because: anyText,
    fix: fc.array(step, few),
    references: fc.array(reference, few),
    evidence,
    lessPrecise: fc.array(fc.record({ rule: ids, title: anyText, because: anyText, evidence }), {
      maxLength: 2,
    }),
    consequences: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constant<Diagnosis[]>([]),
      fc.array(tie("any"), { maxLength: 2 }),
    ),
    alsoCausedBy: texts,
    mayBeCausedBy: texts,
  }),
})).any;

const source = record(
  {
    kind: fc.oneof(fc.constant("unrecognized"), anyText),
    path: anyText,
    sha256: fc.constant("7c0b4f".padEnd(64, "5")),
    bytes: number,
    command: anyText,
    notes: texts,
  },
  "kind",
);

const flowchartStep = record(
  {
    chart: ids,
    step: anyText,
    number: fc.nat(12),
    kind: fc.constantFrom("question" as const, "action" as const, "end" as const),
    text: anyText,
    answer: fc.constantFrom("yes" as const, "no" as const, "not-known" as const, "none" as const),
    says: anyText,
    inferred: fc.boolean(),
  },
  "chart",
  "step",
  "kind",
  "text",
  "answer",
  "inferred",
);
const stop = record(
  {
    chart: ids,
    step: anyText,
    number: fc.nat(12),
    why: fc.constantFrom(
      "rule-matches" as const,
      "not-known" as const,
      "end" as const,
      "went-round" as const,
    ),
    backTo: record({ chart: ids, step: anyText, number: fc.nat(12) }, "chart", "step"),
    rules: texts,
    question: anyText,
  },
  "chart",
  "step",
  "why",
  "rules",
);

/** A report that fits the schema and is otherwise anything at all; its parts need not fit each other. */
export const anyReport: fc.Arbitrary<Report> = record(
  {
    schemaVersion: fc.constant(1 as const),
    versions: fc.record({
      tool: anyText,
      packs: fc.array(fc.record({ id: ids, version: anyText, digest: anyText }), few),
      facts: anyText,
    }),
    subject: record({ host: anyText, role: anyText }),
    collectedAt: record({ from: moments, to: moments }),
    headline: anyText,
    outcome: fc.constantFrom(
      "diagnosed" as const,
      "healthy" as const,
      "nothing-found" as const,
      "inconclusive" as const,
    ),
    healthy: fc.record({ rule: ids, verdict }),
    summary: fc.record({ rules: number, matches: number, doesNotMatch: number, cannotTell: number }),
    diagnoses: fc.array(diagnosis, { maxLength: 2 }),
    setAside: fc.array(fc.record({ rule: ids, title: anyText, by: ids, because: anyText, evidence }), {
      maxLength: 2,
    }),
    symptoms: fc.array(fc.record({ rule: ids, title: anyText, explainedBy: texts }), few),
    unexplained: texts,
    allClear: fc.array(fc.record({ rule: ids, title: anyText, area: anyText, because: anyText, evidence }), {
      maxLength: 2,
    }),
    undecided: fc.array(
      fc.record({ rule: ids, title: anyText, severity, missing: fc.array(missing, few) }),
      few,
    ),
    nextSteps: fc.array(
      record(
        {
          ask: anyText,
          title: anyText,
          do: anyText,
          run: anyText,
          lookFor: anyText,
          who: anyText,
          minutes: number,
          facts: texts,
          settles: texts,
        },
        "ask",
        "title",
        "do",
        "lookFor",
        "who",
        "minutes",
        "facts",
        "settles",
      ),
      few,
    ),
    conflicts: fc.array(
      fc.record({ fact: ids, claims: fc.array(fc.record({ value: anyText, from: places }), few) }),
      { maxLength: 2 },
    ),
    flowchart: fc.option(
      fc.record({
        id: ids,
        title: anyText,
        charts: fc.array(fc.record({ id: ids, title: anyText }), few),
        path: fc.array(flowchartStep, few),
        stoppedAt: stop,
      }),
    ),
    sources: fc.dictionary(fc.oneof(fc.constantFrom("a", "b"), anyText), source, { maxKeys: 3 }),
    warnings: fc.array(
      record({ code: anyText, message: anyText, file: anyText, fact: anyText }, "code", "message"),
      few,
    ),
    verdicts: fc.array(
      fc.record({
        rule: ids,
        kind: fc.constantFrom(...ruleKinds),
        verdict,
        evidence,
        missing: fc.array(missing, { maxLength: 1 }),
      }),
      few,
    ),
  },
  "schemaVersion",
  "versions",
  "subject",
  "collectedAt",
  "headline",
  "outcome",
  "summary",
  "diagnoses",
  "setAside",
  "symptoms",
  "unexplained",
  "allClear",
  "undecided",
  "nextSteps",
  "conflicts",
  "flowchart",
  "sources",
  "warnings",
  "verdicts",
);
