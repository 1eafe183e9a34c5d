import { readerCodes } from "../../schemas/text/reader-codes.ts";
import { schemaCodes } from "../../schemas/text/schema-problems/codes.ts";

/** Every code that checking the meaning of a pack gives, with what it means. */
const meaningCodes = {
  "hidden-character": "A character stands in a file that nobody sees, or that turns the text around.",
  "unexpected-file": "A file stands where a pack has none.",
  "pack-file-missing": "A pack has no pack.yaml.",
  "too-many-files": "The packs have more files together than the tool reads.",
  "newer-tool-needed": "The pack is written for a newer version of the tool.",
  "pack-id-differs": "The id of a pack is not the name of its folder.",
  "unknown-pack": "A pack extends one that is not loaded.",
  "pack-cycle": "Packs extend each other in a circle.",
  "duplicate-fact": "Two facts have the same id.",
  "duplicate-list": "Two lists have the same id.",
  "duplicate-ask": "Two ways of asking have the same id.",
  "duplicate-rule": "Two rules have the same id, and neither says that it overrides the other.",
  "nothing-to-override": "A rule says that it overrides another one, and there is none.",
  "reserved-name": "A name has a meaning of its own in the rule language.",
  "unknown-fact": "A fact is named that no catalogue declares.",
  "unknown-field": "A field is named that the rows of the list do not have.",
  "unknown-list": "A list is named that lists.yaml does not have.",
  "unknown-ask": "A way of asking is named that asks.yaml does not have.",
  "unknown-rule": "A rule is named that no pack has.",
  "unknown-area": "An area is named that pack.yaml does not have.",
  "unknown-step": "A step is named that the flowchart does not have.",
  "duplicate-step": "Two steps of the flowchart have the same id.",
  "id-differs": "The id of a rule is not the name of its file.",
  "no-list": "A fact stands where only a list can stand.",
  "no-single-value": "A list or row stands where only a single value can stand.",
  "declaration-incomplete": "A fact lacks a part that its type or derivation needs.",
  "declaration-does-not-fit": "A part of a fact's declaration does not fit its type or derivation.",
  "pick-without-key": "One row is picked from a list that has no key.",
  "fact-cycle": "Facts are derived from each other in a circle.",
  "entry-does-not-fit": "An entry of a list is not of the list's type.",
  "good-for-alone": "A list says only one of closed-as-of and good-for.",
  "case-after-otherwise": "A case stands after otherwise and is never reached.",
  "operator-does-not-fit": "An operator cannot test values of this type.",
  "value-does-not-fit": "A value is not of the type that it is compared with.",
  "needs-offset": "A time does not say how far it is from UTC.",
  "none-not-possible": "A test asks for none where the catalogue does not admit it.",
  "types-differ": "Two facts of different types are compared.",
  "units-differ": "Two numbers of different units are compared or reckoned with.",
  "list-type-differs": "A value is looked up in a list of another type.",
  "open-list-denied": "A condition says that a value is not in a list that is not closed.",
  "field-outside-rows": "A field is named where there is no row.",
  "reference-unclear": "A reference names both a fact and a field.",
  "exact-without-text": "Texts are to be compared byte for byte where no texts are compared.",
  "duration-not-readable": "A length of time cannot be read.",
  "pattern-not-usable": "A pattern cannot be used.",
  "operator-missing": "A test says how to compare and not with what.",
  "two-groups": "One map has two of all, any, not, some, none, every and ruled-out.",
  "group-beside-facts": "Facts stand in one map with a group.",
  "where-alone": "A where or among stands without the key it belongs to.",
  "every-incomplete": "An every lacks among or where.",
  "rows-inside-rows": "A condition on rows holds a condition on the rows of a list.",
  "rule-inside-facts": "A derived fact or a row depends on the verdict of a rule.",
  "verdict-not-possible": "A rule is tested for something else than matches and does-not-match.",
  "known-not-here": "A known stands in a condition that decides a verdict.",
  "too-deep": "Conditions stand inside each other more deeply than the tool reads.",
  "empty-area": "An area is ruled out that has no fault.",
  "rule-cycle": "Rules test each other in a circle.",
  "explains-cycle": "Rules explain each other in a circle.",
  "refines-cycle": "Rules refine each other in a circle.",
  "kind-does-not-fit": "A rule of this kind cannot be named here.",
  "key-not-for-kind": "A rule of this kind cannot have this key.",
  "key-needed-for-kind": "A rule of this kind needs this key.",
  "surer-not-higher": "A surer does not raise the confidence.",
  "set-aside-by-less-sure": "A rule is set aside by one that is not surer.",
  "if-without-only-when": "A step of a fix has if without only-when.",
  "placeholder-not-closed": "A {{ in because is not closed.",
  "example-not-readable": "An example gives a fact a value that it cannot have.",
  "empty-rows": "An example gives an empty list, and does not say what that means.",
  "now-needed": "An example gives dates and does not say when they were collected.",
} as const;

/** What is worth a word and may be meant so. */
export const warningCodes = {
  "only-when-without-words": "A step of a fix has only-when without the words for it.",
  "set-says-nothing": "A fact that is never none is asked whether it is set.",
  "comment-after-text": "A comment stands behind a text without quotes; perhaps the # belongs to the text.",
  "step-not-reached": "No way through the flowchart leads to a step.",
} as const;

export type RulebookCode = keyof typeof meaningCodes;
export type RulebookWarningCode = keyof typeof warningCodes;

/** Every code of a problem or warning that loading packs gives, each with one sentence. */
export const problemCodes = { ...readerCodes, ...schemaCodes, ...meaningCodes, ...warningCodes } as const;

export type ProblemCode = keyof typeof problemCodes;
