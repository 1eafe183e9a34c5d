import type { RuleKind } from "../../../schemas/fact-types.ts";
import type { RuleFile } from "../../../schemas/generated/types.ts";
import type { DeclaredRule } from "../declare/declared.ts";
import type { Findings } from "../findings.ts";
import { keyOf, rootOf } from "../parse/document.ts";
import { listed, quoted } from "../words.ts";

type Key = keyof RuleFile;

const diagnosisKeys = [
  "severity",
  "confidence",
  "surer",
  "fix",
  "explains",
  "refines",
  "set-aside-by",
] as const satisfies readonly Key[];

const symptomKeys = ["said", "restates"] as const satisfies readonly Key[];

/** Keys that a rule of the kind cannot have. */
export const forbidden: Record<RuleKind, readonly Key[]> = {
  fault: symptomKeys,
  advisory: symptomKeys,
  symptom: diagnosisKeys,
  "all-clear": [...diagnosisKeys, ...symptomKeys],
};

/** Keys that a rule of the kind needs beyond those that every rule needs. */
export const needed: Record<RuleKind, readonly Key[]> = {
  fault: ["severity", "confidence", "because", "fix"],
  advisory: ["severity", "confidence", "because", "fix"],
  symptom: [],
  "all-clear": [],
};

const inWords: Record<RuleKind, string> = {
  fault: "a fault",
  advisory: "an advisory",
  symptom: "a symptom",
  "all-clear": "an all-clear",
};

/** Whether the rule has what its kind needs and nothing that belongs to other kinds. */
export function checkKind({ kind, document }: DeclaredRule, findings: Findings): void {
  if (kind === null) return;
  const has = (key: Key) => Object.hasOwn(document.value, key) || document.damaged.has(key);
  const wrong = forbidden[kind].filter(has);
  const [first] = wrong;
  if (first !== undefined) {
    const belongsTo = symptomKeys.some((key) => key === first) ? "symptoms" : "faults and advisories";
    const hint = `${wrong.length === 1 ? "It belongs" : "They belong"} to ${belongsTo}; leave ${wrong.length === 1 ? "it" : "them"} out, or change the kind.`;
    findings.problem(
      keyOf(rootOf(document), first),
      "key-not-for-kind",
      `${inWords[kind].replace(/^a/, "A")} cannot have ${listed(wrong.map(quoted))}.`,
      hint,
    );
  }
  const missing = needed[kind].filter((key) => !has(key));
  if (missing.length === 0) return;
  const hint = `Add ${listed(missing)}, or let the rule say which other kind it is.`;
  findings.problem(
    rootOf(document),
    "key-needed-for-kind",
    `${inWords[kind].replace(/^a/, "A")} needs ${listed(missing.map(quoted))}.`,
    hint,
  );
}
