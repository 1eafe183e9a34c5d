import type { Declared, DeclaredRule } from "../../rulebook/declare/declared.ts";
import { examineExamples } from "../../rulebook/examples/examine.ts";
import { createFindings, type Findings } from "../../rulebook/findings.ts";
import { fileKind } from "../../rulebook/parse/file-kind.ts";
import { loadPatterns } from "../../rulebook/parse/load-patterns.ts";
import { type ReadMemory, readDocument } from "../../rulebook/parse/read-document.ts";
import type { RuleSource } from "../../rulebook/parse/read-packs.ts";
import type { Rule } from "../../rulebook/rulebook.ts";
import { ruleFrom } from "../../rulebook/rules/rule.ts";
import type { PackFile, RuleExample } from "../../rulebook/source.ts";
import type { Pack } from "../pack.ts";
import { rulesIn } from "../rules-for.ts";

export interface Swapped {
  readonly rule: string;
  readonly pack: Pack;
}

/**
 * The pack with one rule read anew. null where the change reaches further than its file: the rule has a problem, or
 * something that other rules are checked against (its kind, its confidence, the rules it names) is another one.
 */
export async function swapRule(
  pack: Pack,
  before: PackFile,
  after: PackFile,
  memory: ReadMemory,
): Promise<Swapped | null> {
  const known = ruleIn(before, pack);
  const rule = pack.rulebook.rules.find(({ id }) => id === known?.id);
  if (known === null || rule === undefined) return null;
  const findings = createFindings();
  const document = (await readDocument(after, "rule", findings, memory)) as RuleSource["document"] | null;
  if (document === null || document.damaged.size > 0 || reachesFurther(known.document.value, document.value))
    return null;
  await loadPatterns({ ...pack.sources, rules: [{ area: known.area, id: known.id, document }] });
  const declaredRule = { ...known, document };
  const declared = withRule(pack.declared, declaredRule);
  const swapped = compiledRule(declaredRule, declared, rule, findings);
  if (swapped === null) return null;
  const rules = pack.rulebook.rules.map((each) => (each.id === rule.id ? swapped : each));
  const own = await ownExamples(declaredRule, { ...pack, declared }, rules, findings);
  if (findings.problems().length > 0) return null;
  const usesPatterns = pack.rulebook.usesPatterns || JSON.stringify(swapped).includes('"operator":"matches"');
  return {
    rule: rule.id,
    pack: {
      rulebook: { ...pack.rulebook, rules, usesPatterns },
      examples: withExamples(pack.examples, rule.id, own),
      sources: { ...pack.sources, rules: withSource(pack.sources.rules, before, declaredRule) },
      declared,
    },
  };
}

/** The rule that the file gives; null where it is none, or another pack's overrides it. */
function ruleIn(file: PackFile, { declared }: Pack): DeclaredRule | null {
  const is = fileKind(file.path);
  const rule = is.kind === "rule" ? declared.rules.known.get(is.id) : undefined;
  return rule?.document.file === file ? rule : null;
}

const lookedAtByOthers = [
  "id",
  "kind",
  "confidence",
  "overrides",
  "explains",
  "restates",
  "refines",
  "set-aside-by",
] as const;

type RuleValue = DeclaredRule["document"]["value"];

const reachesFurther = (before: RuleValue, after: RuleValue): boolean =>
  lookedAtByOthers.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));

function withRule(declared: Declared, rule: DeclaredRule): Declared {
  return {
    ...declared,
    rules: { ...declared.rules, known: new Map(declared.rules.known).set(rule.id, rule) },
  };
}

/** A rule that reads other rules than before could stand in another stratum, or in a circle. */
function compiledRule(
  declaredRule: DeclaredRule,
  declared: Declared,
  { when, stratum }: Rule,
  findings: Findings,
): Rule | null {
  const draft = ruleFrom(declaredRule, declared, findings);
  if (draft === null) return null;
  const read = (condition: Rule["when"]) => JSON.stringify([...new Set(rulesIn(condition))].sort());
  return read(draft.when) === read(when) ? { ...draft, stratum } : null;
}

function ownExamples(
  rule: DeclaredRule,
  { declared, rulebook }: Pack,
  rules: readonly Rule[],
  findings: Findings,
): Promise<readonly RuleExample[]> {
  const only = { ...declared, rules: { ...declared.rules, known: new Map([[rule.id, rule]]) } };
  const facts = new Map(Object.entries(rulebook.facts));
  return examineExamples({ declared: only, facts }, rules, findings);
}

/** In the order of the rules, as the loader has them. */
function withExamples(
  all: readonly RuleExample[],
  rule: string,
  own: readonly RuleExample[],
): readonly RuleExample[] {
  const others = all.filter((example) => example.rule !== rule);
  const at = others.findIndex((example) => example.rule > rule);
  return at < 0 ? [...others, ...own] : [...others.slice(0, at), ...own, ...others.slice(at)];
}

function withSource(
  all: readonly RuleSource[],
  before: PackFile,
  { area, id, document }: DeclaredRule,
): readonly RuleSource[] {
  return all.map((each) => (each.document.file === before ? { area, id, document } : each));
}
