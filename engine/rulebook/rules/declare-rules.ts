import type { DeclaredRule } from "../declare/declared.ts";
import type { PackOrder } from "../declare/packs.ts";
import type { Findings } from "../findings.ts";
import { inside, keyOf, rootOf } from "../parse/document.ts";
import type { RuleSource } from "../parse/read-packs.ts";
import { quoted } from "../words.ts";

export interface DeclaredRules {
  /** The rules that count, by id: where a pack overrides a rule of the pack it extends, the overriding one. */
  readonly rules: ReadonlyMap<string, DeclaredRule>;
  /** Those that do not count, and are to be in order all the same: their pack is loaded without the other one, too. */
  readonly overridden: readonly DeclaredRule[];
}

export function declareRules(
  sources: readonly RuleSource[],
  order: PackOrder,
  findings: Findings,
): DeclaredRules {
  const rules = new Map<string, DeclaredRule>();
  const overridden: DeclaredRule[] = [];
  const rank = ({ document }: RuleSource) => order.folders.indexOf(document.file.pack);
  const last = ({ document }: RuleSource) => Number(document.value.overrides === true);
  for (const source of sources.toSorted((a, b) => last(a) - last(b) || rank(a) - rank(b))) {
    const first = rules.get(source.id);
    if (first === undefined) {
      tellLonelyOverride(source, findings);
      rules.set(source.id, declaredRule(source));
    } else if (mayOverride(source, first, order)) {
      overridden.push(first);
      rules.set(source.id, declaredRule(source));
    } else tellDuplicate(source, first, findings);
  }
  return { rules, overridden };
}

function declaredRule({ id, area, document }: RuleSource): DeclaredRule {
  const { kind = "fault", confidence = "certain" } = document.value;
  return {
    id,
    kind: document.damaged.has("kind") ? null : kind,
    pack: document.file.pack,
    area,
    confidence,
    document,
  };
}

function mayOverride({ document }: RuleSource, first: DeclaredRule, order: PackOrder): boolean {
  return document.value.overrides === true && order.extendsPack(document.file.pack, first.pack);
}

function tellDuplicate({ id, document }: RuleSource, first: DeclaredRule, findings: Findings): void {
  const isSamePack = document.file.pack === first.pack;
  const message = `There are two rules called ${quoted(id)}: ${first.document.file.shownAs} and ${document.file.shownAs}.`;
  const hint = isSamePack
    ? "Rename one of them, or delete it."
    : `Rename one of them, or let this pack extend ${quoted(first.pack)} and this rule say overrides: true.`;
  findings.problem(inside(rootOf(document), "id"), "duplicate-rule", message, hint);
}

function tellLonelyOverride({ id, document }: RuleSource, findings: Findings): void {
  if (document.value.overrides !== true) return;
  const hint = "Leave overrides out, or give the rule the id of the one that it is to replace.";
  findings.problem(
    keyOf(rootOf(document), "overrides"),
    "nothing-to-override",
    `There is no rule ${quoted(id)} in a pack that this one extends.`,
    hint,
  );
}
