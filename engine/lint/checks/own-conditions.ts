import type { ConditionSource } from "../../../schemas/generated/types.ts";
import type { Condition } from "../../condition.ts";
import { inside, keyOf } from "../../rulebook/parse/document.ts";
import { rulesIn } from "../../rulebook/rules/strata.ts";
import { conflictAmong, neverTogether } from "../conflict.ts";
import { spotOfPart } from "../places.ts";
import { both, not } from "../proof/formula.ts";
import { isLoose } from "../proof/is-loose.ts";
import { type Effort, never } from "../proof/satisfiable.ts";
import { openSpace, type Space } from "../proof/space.ts";
import type { StudiedRule, Study } from "../study.ts";
import { inWords } from "../words.ts";

/** What can be proved of the conditions of one rule by themselves. */
export function checkOwnConditions(study: Study): void {
  for (const each of study.rules.toSorted((a, b) => a.rule.stratum - b.rule.stratum)) {
    const buildsOnHopeless = rulesIn(each.rule.when).some((rule) => study.hopeless.has(rule));
    if (buildsOnHopeless || !checkWhen(each, study)) {
      study.hopeless.add(each.rule.id);
      continue;
    }
    checkSurer(each, study);
    checkFix(each, study);
  }
}

/** false: nothing more is to be said of the rule. */
function checkWhen({ rule, document, root }: StudiedRule, study: Study): boolean {
  const source: ConditionSource = document.value.when ?? {};
  const site = { condition: rule.when, source, document, path: ["when"] };
  const space = openSpace(study.known);
  const formula = space.read(rule.when);
  if (isLoose(formula)) return true;
  if (never(formula, study.known.effort)) {
    const conflict = conflictAmong([rule.when], study.known) ?? [rule.when];
    const spot = spotOfPart(site, conflict.at(-1) ?? rule.when);
    study.tell(
      spot,
      "never-matches",
      `This rule can never match, because ${neverSo(conflict, study)}`,
      hintFor(conflict),
    );
    return false;
  }
  if (never(not(formula), study.known.effort)) {
    const message = "This rule matches whatever its facts are, as soon as they are known.";
    const hint = "Ask for what is wrong and nothing else; look for two tests of which one always holds.";
    study.tell(keyOf(root, "when"), "always-matches", message, hint);
    return false;
  }
  for (const part of lostAlternatives(rule.when, space, study.known.effort)) {
    const message = `This alternative never holds, because ${neverSo(conflictAmong([part], study.known) ?? [part], study)}`;
    study.tell(spotOfPart(site, part), "never-holds", message, "Change it, or leave it out.");
  }
  return true;
}

/** The parts of an any, not inside of a not, that can never be what makes the condition hold. */
function lostAlternatives(
  condition: Condition,
  space: Space,
  effort: Effort,
  rest: readonly Condition[] = [],
): Condition[] {
  if (condition.kind === "all")
    return condition.of.flatMap((part) =>
      lostAlternatives(part, space, effort, [...rest, ...condition.of.filter((other) => other !== part)]),
    );
  if (condition.kind !== "any") return [];
  return condition.of.flatMap((part) =>
    never(both(...[part, ...rest].map(space.read)), effort)
      ? [part]
      : lostAlternatives(part, space, effort, rest),
  );
}

function checkSurer({ rule, root }: StudiedRule, study: Study): void {
  const { surer, when } = rule;
  if (surer === null) return;
  const spot = keyOf(root, "surer", "when");
  const conflict = conflictAmong([when, surer.when], study.known);
  if (conflict !== null) {
    const message = `The rule can never be surer, because ${neverSo(conflict, study)}`;
    study.tell(spot, "never-holds", message, "Change the condition of surer, or leave surer out.");
  } else if (neverTogether([when, { kind: "not", of: surer.when }], study.known)) {
    const message = "Whenever the rule matches the condition of surer holds too.";
    study.tell(spot, "always-holds", message, `Let the rule itself say confidence: ${surer.confidence}.`);
  }
}

function checkFix({ rule, root }: StudiedRule, study: Study): void {
  for (const [index, { onlyWhen }] of rule.fix.entries()) {
    if (onlyWhen === null) continue;
    const spot = keyOf(inside(root, "fix", index), "only-when");
    const conflict = conflictAmong([rule.when, onlyWhen], study.known);
    if (conflict !== null) {
      const message = `When the rule matches this step is never needed, because ${neverSo(conflict, study)}`;
      study.tell(spot, "never-holds", message, "Change only-when, or leave the step out.");
    } else if (neverTogether([rule.when, { kind: "not", of: onlyWhen }], study.known)) {
      const message = "Whenever the rule matches this step is needed.";
      study.tell(spot, "always-holds", message, "Leave only-when and if out.");
    }
  }
}

function neverSo(conflict: readonly Condition[], study: Study): string {
  const words = conflict.map((part) => inWords(part, study));
  return words.length > 1
    ? `these exclude each other: ${words.join("; ")}.`
    : `this is never so: ${words.join("")}.`;
}

const hintFor = (conflict: readonly Condition[]): string =>
  conflict.length > 1
    ? "Change one of them. Where one of them is enough, write any: and under it a list."
    : "Compare with a value that it can have; the catalogue says which.";
