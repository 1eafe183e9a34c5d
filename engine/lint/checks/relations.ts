import { inside, type Spot } from "../../rulebook/parse/document.ts";
import { quoted } from "../../rulebook/words.ts";
import { neverTogether } from "../conflict.ts";
import type { StudiedRule, Study } from "../study.ts";

/** Whether a rule can match together with those that it explains, refines or is set aside by. */
export function checkRelations(study: Study): void {
  const { reads } = study;
  for (const each of study.rules) {
    for (const { relation, other, spot } of relationsOf(each)) {
      const when = study.known.whenOf(other);
      if (when === undefined || study.hopeless.has(other) || study.hopeless.has(each.rule.id)) continue;
      if (!haveCommon(reads.ofCondition(each.rule.when), reads.ofCondition(when))) continue;
      if (!neverTogether([each.rule.when, when], study.known)) continue;
      const message = `${quoted(relation)} names ${quoted(other)}, and the two can never match together.`;
      study.tell(
        spot,
        "relation-without-effect",
        message,
        "Leave it out, or change one of the two conditions.",
      );
    }
  }
}

/** Conditions that have nothing in common can hold together. */
const haveCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((fact) => b.has(fact));

interface Relation {
  readonly relation: string;
  readonly other: string;
  readonly spot: Spot;
}

function relationsOf({ rule, root }: StudiedRule): readonly Relation[] {
  const single = (relation: string, other: string | null): readonly Relation[] =>
    other === null ? [] : [{ relation, other, spot: inside(root, relation) }];
  return [
    ...rule.explains.map((other, index) => ({
      relation: "explains",
      other,
      spot: inside(root, "explains", index),
    })),
    ...single("refines", rule.refines),
    ...single("set-aside-by", rule.setAsideBy),
  ];
}
