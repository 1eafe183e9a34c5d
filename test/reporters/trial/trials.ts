import type { Evidence, EvidenceTest } from "../../../schemas/generated/types.ts";
import type { CaseTrial, ExampleTrial } from "../../../schemas/trial.ts";

/** Results of tests by hand, with odd values. */
export function leaf(fact: string, truth: Evidence["truth"], more: Partial<EvidenceTest> = {}): EvidenceTest {
  return { kind: "test", truth, fact, expected: "is 8443", found: "80", at: [], ...more };
}

export function example(more: Partial<ExampleTrial> = {}): ExampleTrial {
  return {
    rule: "port-odd",
    expected: "matches",
    found: "does-not-match",
    evidence: leaf("proxy.port", false),
    place: { file: "rules/small/network/port-odd.yaml", line: 14, column: 7 },
    warnings: [],
    passed: false,
    ...more,
  };
}

export function failedCase(more: Partial<CaseTrial> = {}): CaseTrial {
  return {
    name: "odd-port",
    title: "The app hums",
    file: "cases/odd-port/expected.yaml",
    differences: [],
    unused: [],
    ...more,
  };
}

export const place = { line: 7, column: 3, length: 5 };
