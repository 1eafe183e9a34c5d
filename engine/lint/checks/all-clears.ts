import type { Condition } from "../../condition.ts";
import { keyOf } from "../../rulebook/parse/document.ts";
import type { Rule } from "../../rulebook/rulebook.ts";
import { listed, quoted } from "../../rulebook/words.ts";
import { neverTogether } from "../conflict.ts";
import { both } from "../proof/formula.ts";
import { satisfiable } from "../proof/satisfiable.ts";
import { openSpace } from "../proof/space.ts";
import type { Reads } from "../reads.ts";
import type { StudiedRule, Study } from "../study.ts";

/** Whether an all-clear waits until every fault of its area is ruled out. */
export function checkAllClears(study: Study): void {
  const { reads } = study;
  for (const each of study.rules) {
    if (each.rule.kind !== "all-clear" || study.hopeless.has(each.rule.id)) continue;
    const ruledOut = ruledOutBy(each.rule.when, study, new Set());
    const open = study.rulebook.rules.filter(
      (fault) =>
        fault.kind === "fault" &&
        fault.area === each.rule.area &&
        !study.hopeless.has(fault.id) &&
        !ruledOut.has(fault.id),
    );
    const matching = open.filter((fault) => mayMatchTogether(each.rule, fault, study));
    const undecided = open.filter((fault) => !matching.includes(fault) && staysOpen(each.rule, fault, reads));
    tell(each, matching, "matches", study);
    tell(each, undecided, "is undecided", study);
  }
}

const mostNamed = 3;

function tell({ rule, root }: StudiedRule, faults: readonly Rule[], how: string, study: Study): void {
  if (faults.length === 0) return;
  const named = listed(faults.slice(0, mostNamed).map(({ id }) => quoted(id)));
  const more = faults.length > mostNamed ? ` and ${faults.length - mostNamed} more` : "";
  const [fault, are] =
    faults.length === 1
      ? ["the fault", how]
      : ["faults", how.replace("matches", "match").replace("is ", "are ")];
  const message = `This all-clear can be confirmed while ${fault} ${named}${more} of its area ${are}.`;
  const hint = `Write all: and under it a list, with ruled-out: { area: ${rule.area} } as one entry and what is asked for now as another.`;
  study.tell(keyOf(root, "when"), "all-clear-too-early", message, hint);
}

/** The rules that do not match whenever the condition holds, because it says so. */
function ruledOutBy(condition: Condition, study: Study, seen: ReadonlySet<string>): ReadonlySet<string> {
  switch (condition.kind) {
    case "all":
      return new Set(condition.of.flatMap((part) => [...ruledOutBy(part, study, seen)]));
    case "any": {
      const [first = new Set<string>(), ...others] = condition.of.map((part) =>
        ruledOutBy(part, study, seen),
      );
      return new Set([...first].filter((rule) => others.every((other) => other.has(rule))));
    }
    case "rule": {
      if (condition.verdict === "does-not-match") return new Set([condition.rule]);
      const when = study.known.whenOf(condition.rule);
      const isNew = when !== undefined && !seen.has(condition.rule);
      return isNew ? ruledOutBy(when, study, new Set([...seen, condition.rule])) : new Set();
    }
    default:
      return new Set();
  }
}

/** Proved: there is a world in which both hold, or the one never holds without the other. */
function mayMatchTogether({ when }: Rule, fault: Rule, study: Study): boolean {
  const { known } = study;
  if (neverTogether([when, { kind: "not", of: fault.when }], known)) return true;
  if (!isPlain(when, study) || !isPlain(fault.when, study)) return false;
  const space = openSpace(known);
  return satisfiable(both(space.read(when), space.read(fault.when)), known.effort) === true;
}

const plainTypes: ReadonlySet<string> = new Set(["boolean", "one-of", "number", "version"]);

/** Nothing but tests of facts that were seen with constants: every way that is reckoned with exists. */
function isPlain(condition: Condition, study: Study): boolean {
  if (condition.kind === "all" || condition.kind === "any")
    return condition.of.every((part) => isPlain(part, study));
  if (condition.kind === "not") return isPlain(condition.of, study);
  if (condition.kind !== "test" || condition.operand.kind !== "values") return false;
  const fact = study.known.fact(condition.subject);
  return fact?.kind === "scalar" && fact.derived === null && plainTypes.has(fact.type);
}

/** Proved: what the all-clear reads has nothing to do with what would rule the fault out. */
function staysOpen(allClear: Rule, fault: Rule, reads: Reads): boolean {
  const known = reads.ofRule(allClear);
  const canBe = (condition: Condition, wanted: boolean): boolean => {
    if (condition.kind === "not") return canBe(condition.of, !wanted);
    if (condition.kind !== "all" && condition.kind !== "any")
      return [...reads.ofCondition(condition)].some((fact) => known.has(fact));
    const isEnough = (condition.kind === "all") !== wanted;
    return isEnough
      ? condition.of.some((part) => canBe(part, wanted))
      : condition.of.every((part) => canBe(part, wanted));
  };
  return !canBe(fault.when, false);
}
