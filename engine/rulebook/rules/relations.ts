import { type Confidence, confidences, type RuleKind } from "../../../schemas/fact-types.ts";
import type { RulebookCode } from "../codes.ts";
import { isRule } from "../condition/rule-test.ts";
import type { Declared, DeclaredRule } from "../declare/declared.ts";
import type { Findings } from "../findings.ts";
import { inOrder } from "../graph.ts";
import { inside, keyOf, rootOf, type Spot } from "../parse/document.ts";
import { circleInWords, listed, quoted } from "../words.ts";

export type Relation = "explains" | "restates" | "refines" | "set-aside-by";

/** What a relation may name. */
export const namable: Record<Relation, readonly RuleKind[]> = {
  explains: ["fault", "advisory", "symptom"],
  restates: ["fault", "advisory"],
  refines: ["fault", "advisory"],
  "set-aside-by": ["all-clear", "fault"],
};

export const surerThan = (a: Confidence, b: Confidence): boolean =>
  confidences.indexOf(a) < confidences.indexOf(b);

/** Whether the rules that a rule names exist, and can stand where it names them. */
export function checkRelations(rule: DeclaredRule, declared: Declared, findings: Findings): void {
  const { explains = [], restates = [], refines, "set-aside-by": setAsideBy } = rule.document.value;
  const root = rootOf(rule.document);
  for (const [index, other] of explains.entries())
    checkNamed("explains", other, inside(root, "explains", index), declared, findings);
  for (const [index, other] of restates.entries())
    checkNamed("restates", other, inside(root, "restates", index), declared, findings);
  if (refines !== undefined) checkNamed("refines", refines, inside(root, "refines"), declared, findings);
  if (setAsideBy === undefined) return;
  const spot = inside(root, "set-aside-by");
  const other = checkNamed("set-aside-by", setAsideBy, spot, declared, findings);
  if (
    other?.kind !== "fault" ||
    rule.document.damaged.has("confidence") ||
    other.document.damaged.has("confidence")
  )
    return;
  if (surerThan(other.confidence, rule.confidence)) return;
  const message = `${quoted(other.id)} is ${other.confidence}, and so not surer than this rule, which is ${rule.confidence}.`;
  findings.problem(spot, "set-aside-by-less-sure", message, "Name an all-clear or a surer fault.");
}

function checkNamed(
  relation: Relation,
  id: string,
  spot: Spot,
  declared: Declared,
  findings: Findings,
): DeclaredRule | null {
  const other = isRule(id, spot, { declared, findings }) ? declared.rules.known.get(id) : undefined;
  if (other === undefined || other.kind === null) return null;
  if (namable[relation].includes(other.kind)) return other;
  findings.problem(
    spot,
    "kind-does-not-fit",
    `${quoted(relation)} cannot name ${quoted(id)}, a rule of the kind ${other.kind}.`,
    `It names rules of the kinds ${listed(namable[relation])}.`,
  );
  return null;
}

/** Chains of explains, and of refines, must come to an end. */
export function checkCircles(rules: ReadonlyMap<string, DeclaredRule>, findings: Findings): void {
  tellCircles(rules, "explains", "explains-cycle", (rule) => rule.document.value.explains ?? [], findings);
  tellCircles(
    rules,
    "refines",
    "refines-cycle",
    ({ document: { value } }) => (value.refines === undefined ? [] : [value.refines]),
    findings,
  );
}

function tellCircles(
  rules: ReadonlyMap<string, DeclaredRule>,
  relation: Relation,
  code: RulebookCode,
  named: (rule: DeclaredRule) => readonly string[],
  findings: Findings,
): void {
  const { circles } = inOrder(rules.keys(), (id) => {
    const rule = rules.get(id);
    return rule === undefined ? [] : named(rule);
  });
  for (const circle of circles) {
    const first = rules.get(circle[0] ?? "");
    if (first === undefined) continue;
    findings.problem(
      keyOf(rootOf(first.document), relation),
      code,
      `Following ${relation}, rules come back to themselves: ${circleInWords(circle)}.`,
      "Keep the direction from the cause to what it brings about, and leave the other out.",
    );
  }
}
