import type { ConditionSource } from "../../../schemas/generated/types.ts";
import type { Condition } from "../../condition.ts";
import { boxesOf } from "../../evaluate/regions.ts";
import type { FieldDefinition, ListFact } from "../../rulebook/rulebook.ts";
import { listed, quoted } from "../../rulebook/words.ts";
import { type NegativeLeaf, negativeLeaves } from "../negative.ts";
import { pinningContext } from "../pinning-context.ts";
import { type Site, spotOfPart } from "../places.ts";
import type { Study } from "../study.ts";

/** Whether what a rule needs to be absent can be known to be absent. */
export function checkDenials(study: Study): void {
  for (const { rule, document } of study.rules) {
    const source: ConditionSource = document.value.when ?? {};
    const site: Site = { condition: rule.when, source, document, path: ["when"] };
    for (const negative of negativeLeaves(rule.when)) {
      tellOpenList(negative, site, study);
      tellOpenField(negative, site, study);
    }
  }
}

/** Nobody can say what is not in an open list, so the test is never false of a value. */
function tellOpenList({ leaf }: NegativeLeaf, site: Site, study: Study): void {
  if (leaf.kind !== "test" || leaf.operator !== "in" || leaf.operand.kind !== "list") return;
  const list = study.rulebook.lists[leaf.operand.list];
  if (list === undefined || list.closedUntil !== null) return;
  const message = `${quoted(list.id)} is not a closed list, so that nobody can say what is not in it.`;
  const hint =
    "Let lists.yaml say closed-as-of and good-for if it holds every value there is; else ask for what is in it.";
  study.tell(spotOfPart(site, leaf), "open-list-denied", message, hint);
}

/** Nobody can have looked at every value of an open field, so rows that nobody saw can never be ruled out. */
function tellOpenField({ leaf, absent }: NegativeLeaf, site: Site, study: Study): void {
  if (leaf.kind === "test") return;
  const list = study.known.fact(leaf.list);
  if (list?.kind !== "list" || list.derived !== null) return;
  const open = openFields(list, absent, study);
  const [field] = open;
  if (field === undefined) return;
  const message = `Nobody can have looked at every ${listed(open)} of ${quoted(list.id)}, so that it is never known that no such row exists.`;
  const hint = `Name the value in the condition, for example ${field}: { fact: … }, or take ${field} out of covered-by if one always looks at all of them.`;
  study.tell(spotOfPart(site, leaf), "quantifier-never-decided", message, hint);
}

const openTypes: ReadonlySet<string> = new Set([
  "text",
  "number",
  "version",
  "thumbprint",
  "host",
  "host-and-port",
]);

const isOpen = (field: FieldDefinition | undefined): boolean =>
  field !== undefined && openTypes.has(field.type);

/** The fields by which the list is covered, of any value, and which the condition leaves open. */
function openFields(list: ListFact, absent: Condition | null, study: Study): readonly string[] {
  const boxes = boxesOf(absent, list, pinningContext(study.rulebook));
  const isPinned = (field: string) => boxes.every((box) => box.has(field));
  // A row whose whole key is named is decided by the row itself.
  if (list.key.length > 0 && list.key.every(isPinned)) return [];
  return list.coveredBy.filter((field) => isOpen(list.fields[field]) && !isPinned(field));
}
