import type { ConditionSource } from "../../../schemas/generated/types.ts";
import type { Place, ValuePath } from "../../../schemas/text/positions.ts";
import type { Condition } from "../../condition.ts";
import { compileCondition } from "../../rulebook/condition/compile-condition.ts";
import type { Scope } from "../../rulebook/condition/scope.ts";
import type { Declared, DeclaredRule } from "../../rulebook/declare/declared.ts";
import { createFindings } from "../../rulebook/findings.ts";
import { inside, rootOf } from "../../rulebook/parse/document.ts";
import type { Rule } from "../../rulebook/rulebook.ts";
import { conditionEdits } from "./condition-edits.ts";
import { type Edit, withEdit } from "./edit.ts";
import type { Subjects } from "./subjects.ts";

/** A rule with one small change in its condition. */
export interface Mutant {
  /** Where in the condition, and what was done; the same whatever lines it stands on. */
  readonly name: string;
  /** Looked up only when asked for, which few are. */
  placeOf(): Place;
  readonly edit: Edit;
  readonly when: Condition;
}

/** Every change of a rule's condition that the loader would let pass and that compiles to something else. */
export function mutantsOf(rule: Rule, declared: Declared, subjects: Subjects): readonly Mutant[] {
  const declaredRule = declared.rules.known.get(rule.id);
  const source = declaredRule?.document.value.when;
  if (declaredRule === undefined || source === undefined) return [];
  const compiled = new Set([JSON.stringify(rule.when)]);
  return editsOf(source, subjects).flatMap((edit): Mutant[] => {
    // What an edit gives has the form of a condition again.
    const changed = withEdit(source, edit) as ConditionSource;
    const when = compiledWhen(changed, declaredRule, declared);
    const key = JSON.stringify(when);
    if (when === null || compiled.has(key)) return [];
    compiled.add(key);
    return [{ name: nameOf(edit), placeOf: () => placeOf(edit, declaredRule), edit, when }];
  });
}

function editsOf(source: ConditionSource, subjects: Subjects): readonly Edit[] {
  const whole: Edit = {
    path: [],
    change: { kind: "value", value: { not: source } },
    words: "the whole condition is negated",
  };
  return [whole, ...conditionEdits(source, [], { subjects, rows: null })];
}

function compiledWhen(
  source: ConditionSource,
  { document }: DeclaredRule,
  declared: Declared,
): Condition | null {
  const findings = createFindings();
  const scope: Scope = { declared, findings, rows: null, may: { known: false, rules: true } };
  const when = compileCondition(source, inside(rootOf(document), "when"), scope);
  return findings.problems().length === 0 ? when : null;
}

function nameOf({ path, about = path, words }: Edit): string {
  const where = about.map((step) => (typeof step === "number" ? `#${step + 1}` : step)).join(" ");
  return where === "" ? words : `${where}: ${words}`;
}

function placeOf({ path, about = path }: Edit, { document }: DeclaredRule): Place {
  const full: ValuePath = ["when", ...about];
  return typeof full.at(-1) === "string" ? document.keyPlaceOf(full) : document.placeOf(full);
}
