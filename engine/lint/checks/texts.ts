import { foldText } from "../../../schemas/values/text-equal.ts";
import { inside, keyOf, type PackDocument, rootOf, type Spot } from "../../rulebook/parse/document.ts";
import type { Rule } from "../../rulebook/rulebook.ts";
import { quoted } from "../../rulebook/words.ts";
import { factsPrinted } from "../placeholders.ts";
import type { StudiedRule, Study } from "../study.ts";

/** What a reader will see of the rules. */
export function checkTexts(study: Study): void {
  checkTitles(study);
  checkReferences(study);
  checkUnfilled(study);
}

/** A symptom may be called like the fault behind it; they stand in different parts of a report. */
function checkTitles(study: Study): void {
  const first = new Map<string, string>();
  const keyOfTitle = ({ kind, title }: Rule) => `${kind === "advisory" ? "fault" : kind} ${foldText(title)}`;
  const linted = new Set(study.rules.map(({ rule }) => rule));
  for (const rule of study.rulebook.rules) if (!linted.has(rule)) first.set(keyOfTitle(rule), rule.id);
  for (const { rule, root } of study.rules) {
    const earlier = first.get(keyOfTitle(rule));
    if (earlier === undefined) {
      first.set(keyOfTitle(rule), rule.id);
      continue;
    }
    const message = `${quoted(earlier)} has the same title, and a reader cannot tell the two apart.`;
    study.tell(inside(root, "title"), "duplicate-title", message, "Say in the title what is different.");
  }
}

const isDiagnosis = ({ rule }: StudiedRule): boolean => rule.kind === "fault" || rule.kind === "advisory";

function checkReferences(study: Study): void {
  for (const each of study.rules) {
    if (!isDiagnosis(each) || each.rule.references.length > 0 || each.document.damaged.has("references"))
      continue;
    const hint = "Add references: with title, url and dated of the page that says so.";
    study.tell(
      keyOf(each.root, "title"),
      "reference-missing",
      "The rule does not say where this is written down.",
      hint,
    );
  }
}

/** Everywhere else than in because the braces are printed as they are. Commands may have braces of their own. */
function checkUnfilled(study: Study): void {
  const documents = [
    ...study.rules.map(({ document }) => document),
    ...study.sources.asks,
    ...study.sources.flowcharts,
  ];
  for (const document of documents.filter(study.isLinted)) {
    if (!hasBracesBeyondBecause(document)) continue;
    for (const { text, spot } of textsIn(document.value, rootOf(document))) {
      if (spot.path.length === 1 && spot.path[0] === "because") continue;
      const isCommand = spot.path.at(-1) === "run";
      const [name] = factsPrinted(text).filter((each) => !isCommand || study.known.fact(each) !== undefined);
      if (name === undefined) continue;
      const message = `Only because is filled in; here {{ ${name} }} is printed as it is.`;
      study.tell(
        spot,
        "placeholder-not-filled",
        message,
        "Move the sentence to because, or say it without the value.",
      );
    }
  }
}

/** Most rules have braces in because alone, and then nobody has to look through the rest. */
function hasBracesBeyondBecause({ file, value }: PackDocument): boolean {
  const because =
    value !== null && typeof value === "object" && "because" in value ? String(value.because) : "";
  return countBraces(file.text) > countBraces(because);
}

function countBraces(text: string): number {
  let count = 0;
  for (let at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 2)) count++;
  return count;
}

/** Every text of a document; its depth was limited when it was read. */
function textsIn(value: unknown, spot: Spot): readonly { text: string; spot: Spot }[] {
  if (typeof value === "string") return value.includes("{{") ? [{ text: value, spot }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, inside(spot, index)));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "examples" || key === "when" ? [] : textsIn(each, inside(spot, key)),
  );
}
