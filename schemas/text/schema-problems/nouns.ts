import type { ValuePath } from "../positions.ts";
import type { Schema } from "./schema.ts";

const nouns: ReadonlyMap<string, string> = new Map([
  ["PackFile", "pack.yaml"],
  ["FactSource", "a fact"],
  ["FieldSource", "a field"],
  ["ListSource", "a list"],
  ["ListEntry", "an entry of a list"],
  ["AskSource", "a way of asking"],
  ["LooksAtSource", "the lists that are looked at"],
  ["LookedAtPart", "a part of a list"],
  ["RuleFile", "a rule"],
  ["FixStepSource", "a step of a fix"],
  ["Reference", "a reference"],
  ["WaivedMutantSource", "a waived mutant"],
  ["ExampleSource", "an example"],
  ["ConditionSource", "a condition"],
  ["TestSource", "a test"],
  ["ReferenceSource", "a reference to a fact or field"],
  ["ListReferenceSource", "a reference to a list"],
  ["FlowchartFile", "a flowchart"],
  ["StepSource", "a step"],
  ["QuestionSource", "a question"],
  ["ActionSource", "an action"],
  ["EndSource", "an end"],
  ["ChartArrowSource", "a way into another chart"],
  ["Derivation", "a derivation"],
  ["PickSource", "a pick"],
  ["CaseSource", "a case"],
  ["OtherwiseSource", "the last case"],
  ["MatchUpSource", "a match-up"],
  ["CountSource", "a count"],
  ["SmallestSource", "a smallest"],
  ["LargestSource", "a largest"],
  ["DifferenceSource", "a difference"],
  ["PercentSource", "a percent"],
  ["DaysUntilSource", "a days-until"],
  ["PartSource", "a part"],
  ["LookedUpSource", "a looked-up"],
  ["CollectSource", "a way of collecting"],
  ["CollectXmlElement", "an xml-element"],
  ["CollectEvents", "an events collection"],
  ["CollectCertificates", "a certificates collection"],
  ["CaseFile", "a case"],
  ["FactFile", "a fact file"],
  ["Subject", "the subject"],
  ["Producer", "the producer"],
  ["CollectedAt", "the time of the collection"],
  ["Source", "a source"],
  ["Origin", "an origin"],
  ["ValueEntry", "a value"],
  ["ItemsEntry", "the rows of a list"],
  ["UnknownEntry", "an unknown fact"],
  ["ConflictEntry", "a conflict"],
  ["FactEntry", "an entry of a fact"],
  ["ShortEntry", "an entry of a fact"],
]);

/** What a map is called in a sentence: what its schema is, else the key that it stands under. */
export function nounOf(schema: Schema, path: ValuePath): string {
  const noun = nouns.get(schema.title ?? "");
  if (noun !== undefined) return noun;
  const key = path.findLast((part) => typeof part === "string");
  return key === undefined ? "this file" : `"${key}"`;
}
