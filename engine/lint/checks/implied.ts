import { keyOf } from "../../rulebook/parse/document.ts";
import type { Rule } from "../../rulebook/rulebook.ts";
import { rulesIn } from "../../rulebook/rules/strata.ts";
import { quoted } from "../../rulebook/words.ts";
import { neverTogether } from "../conflict.ts";
import { namesIn, waysToHold } from "../necessary.ts";
import type { StudiedRule, Study } from "../study.ts";

/** Pairs of rules that are looked at; beyond that nothing is said. */
const mostPairs = 20_000;

/**
 * Whether one rule matches whenever another one does. It may, where one of them says so: it explains or refines the
 * other, reads its verdict, or is set aside by it.
 */
export function checkImplied(study: Study): void {
  const others = study.rulebook.rules.filter(({ id }) => !study.hopeless.has(id));
  const candidates = byWhatTheyNeed(others);
  let pairs = 0;
  for (const each of study.rules) {
    if (study.hopeless.has(each.rule.id)) continue;
    /** Through one rule or several a rule may read another one. */
    let own: ReadonlySet<string> | undefined;
    for (const other of candidates(each.rule)) {
      pairs++;
      if (pairs > mostPairs) return;
      if (!isComparable(each.rule, other) || areRelated(each.rule, other)) continue;
      if (!implies(each.rule, other, study)) continue;
      own ??= study.reads.ofRule(each.rule);
      if (!own.has(`rule.${other.id}`)) tell(each, other, study);
    }
  }
}

const implies = (a: Rule, b: Rule, { known }: Study): boolean =>
  neverTogether([a.when, { kind: "not", of: b.when }], known);

function tell({ rule, root }: StudiedRule, other: Rule, study: Study): void {
  const spot = keyOf(root, "when");
  if (!implies(other, rule, study)) {
    const message = `Whenever this rule matches, ${quoted(other.id)} matches too.`;
    const hint = `If this one says the same more precisely, add refines: ${other.id}; if it brings the other about, explains: [${other.id}]; else change one of the two conditions.`;
    study.tell(spot, "implied-rule", message, hint);
  } else if (isLater(rule, other, study)) {
    const message = `This rule asks for the same as ${quoted(other.id)}.`;
    study.tell(spot, "same-condition", message, "Keep one of the two, or let one of them ask for more.");
  }
}

/** Of two that are the same one is told: the newcomer of an extending pack, else the later id. */
function isLater(rule: Rule, other: Rule, study: Study): boolean {
  return rule.id > other.id || !study.rules.some((each) => each.rule === other);
}

/** For each rule those whose facts it knows, if it knows its own. */
function byWhatTheyNeed(rules: readonly Rule[]): (rule: Rule) => readonly Rule[] {
  const users = new Map<string, number>();
  for (const { when } of rules)
    for (const name of new Set(namesIn(when))) users.set(name, (users.get(name) ?? 0) + 1);
  const rarity = (name: string) => users.get(name) ?? 0;
  const buckets = new Map<string, { readonly rule: Rule; readonly needs: ReadonlySet<string> }[]>();
  for (const rule of rules) {
    for (const needs of waysToHold(rule.when)) {
      const [rarest] = [...needs].sort((a, b) => rarity(a) - rarity(b));
      if (rarest === undefined) continue;
      const bucket = buckets.get(rarest) ?? [];
      bucket.push({ rule, needs });
      buckets.set(rarest, bucket);
    }
  }
  return (rule) => {
    const names = new Set(namesIn(rule.when));
    const found = [...names].flatMap((name) => buckets.get(name) ?? []);
    const fitting = found.filter(
      (other) => other.rule !== rule && [...other.needs].every((need) => names.has(need)),
    );
    return [...new Set(fitting.map((other) => other.rule))];
  };
}

/** Diagnoses are held against diagnoses, symptoms against symptoms. Of all-clears one may well prove another one. */
function isComparable(a: Rule, b: Rule): boolean {
  const isDiagnosis = ({ kind }: Rule) => kind === "fault" || kind === "advisory";
  return (isDiagnosis(a) && isDiagnosis(b)) || (a.kind === "symptom" && b.kind === "symptom");
}

const areRelated = (a: Rule, b: Rule): boolean => names(a, b.id) || names(b, a.id);

const names = ({ explains, refines, setAsideBy, when }: Rule, id: string): boolean =>
  refines === id || setAsideBy === id || explains.includes(id) || rulesIn(when).includes(id);
