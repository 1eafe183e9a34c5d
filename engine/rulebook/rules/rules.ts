import type { Declared } from "../declare/declared.ts";
import type { Findings } from "../findings.ts";
import type { Rule } from "../rulebook.ts";
import { checkCircles } from "./relations.ts";
import { type DraftRule, ruleFrom } from "./rule.ts";
import { inStrata } from "./strata.ts";

/** All rules that could be understood, sorted by id, each above those that it reads. */
export function rulesFrom(declared: Declared, findings: Findings): readonly Rule[] {
  const drafts = new Map<string, DraftRule>();
  for (const [id, rule] of declared.rules.known) {
    const draft = ruleFrom(rule, declared, findings);
    if (draft !== null) drafts.set(id, draft);
  }
  for (const rule of declared.overridden) ruleFrom(rule, declared, findings);
  checkCircles(declared.rules.known, findings);
  return inStrata(drafts, declared.rules.known, findings);
}
