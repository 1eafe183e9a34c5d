import type { RuleFile } from "../../../schemas/generated/types.ts";
import type { Condition } from "../../condition.ts";
import { compileCondition } from "../condition/compile-condition.ts";
import type { Powers, Scope } from "../condition/scope.ts";
import type { Declared, DeclaredRule } from "../declare/declared.ts";
import type { Findings } from "../findings.ts";
import { inside, rootOf } from "../parse/document.ts";
import type { Rule } from "../rulebook.ts";
import { didYouMean, quoted } from "../words.ts";
import { checkKind } from "./check-kind.ts";
import { fixFrom } from "./fix.ts";
import { checkPlaceholders } from "./placeholders.ts";
import { checkRelations, surerThan } from "./relations.ts";

/** A rule whose stratum is not known yet, because the rules that it reads are not. */
export type DraftRule = Omit<Rule, "stratum">;

/** Checks everything that a rule says; null where its condition cannot be used. */
export function ruleFrom(
  declaredRule: DeclaredRule,
  declared: Declared,
  findings: Findings,
): DraftRule | null {
  const { document } = declaredRule;
  const source = document.value;
  const scope: Scope = { declared, findings, rows: null, may: verdictPowers };
  const root = rootOf(document);
  checkNames(declaredRule, declared, findings);
  checkKind(declaredRule, findings);
  checkRelations(declaredRule, declared, findings);
  if (source.because !== undefined) checkPlaceholders(source.because, document, scope);
  const surer = surerFrom(source, declaredRule, scope);
  const fix = fixFrom(source.fix ?? [], inside(root, "fix"), scope);
  const when = source.when === undefined ? null : compileCondition(source.when, inside(root, "when"), scope);
  return when === null ? null : { ...plainParts(declaredRule), surer, when, fix };
}

/** A verdict may build on verdicts; it may not turn by learning. */
const verdictPowers: Powers = { known: false, rules: true };

function plainParts({
  id,
  kind,
  pack,
  area,
  document,
}: DeclaredRule): Omit<DraftRule, "surer" | "when" | "fix"> {
  const source = document.value;
  return {
    id,
    kind: kind ?? "fault",
    pack,
    area,
    title: (source.title ?? "").trim(),
    severity: source.severity ?? "info",
    confidence: source.confidence ?? "certain",
    commonness: source.commonness ?? "common",
    explains: source.explains ?? [],
    restates: source.restates ?? [],
    refines: source.refines ?? null,
    setAsideBy: source["set-aside-by"] ?? null,
    said: source.said ?? [],
    because: (source.because ?? "").trim(),
    references: source.references ?? [],
  };
}

function checkNames({ id, area, document }: DeclaredRule, { areas }: Declared, findings: Findings): void {
  const written = document.value.id;
  if (written !== undefined && written !== id) {
    findings.problem(
      inside(rootOf(document), "id"),
      "id-differs",
      `The rule ${quoted(written)} stands in a file called ${quoted(`${id}.yaml`)}.`,
      "Give both the same name.",
    );
  }
  if (areas.known.has(area) || areas.isDamaged(area)) return;
  const hint = didYouMean(area, [...areas.known.keys()], `Add ${area}: with a title to areas in pack.yaml.`);
  findings.problem(
    rootOf(document),
    "unknown-area",
    `The rule stands in the folder ${quoted(area)}, and pack.yaml has no area of this name.`,
    hint,
  );
}

function surerFrom(
  { surer }: Partial<RuleFile>,
  rule: DeclaredRule,
  scope: Scope,
): { confidence: "certain" | "likely"; when: Condition } | null {
  if (surer === undefined) return null;
  const root = rootOf(rule.document);
  const isComparable = rule.document.value.confidence !== undefined;
  if (isComparable && !surerThan(surer.confidence, rule.confidence)) {
    scope.findings.problem(
      inside(root, "surer", "confidence"),
      "surer-not-higher",
      `The rule is ${rule.confidence} already; surer does not make it surer.`,
      "Leave surer out, or begin with a lower confidence.",
    );
  }
  const when = compileCondition(surer.when, inside(root, "surer", "when"), scope);
  return when === null ? null : { confidence: surer.confidence, when };
}
