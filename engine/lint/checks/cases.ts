import type { Condition } from "../../condition.ts";
import { inside, keyOf, type Spot } from "../../rulebook/parse/document.ts";
import type { Cases } from "../../rulebook/rulebook.ts";
import { quoted } from "../../rulebook/words.ts";
import { neverTogether } from "../conflict.ts";
import { factEntries, type Study } from "../study.ts";

/** Whether each case of a derived fact can be the first that is true, and whether they leave something over. */
export function checkCases(study: Study): void {
  for (const { name, spot } of factEntries(study)) {
    const fact = study.known.fact(name);
    if (fact?.kind === "scalar" && fact.derived?.kind === "cases") checkEach(name, fact.derived, spot, study);
  }
}

function checkEach(name: string, { cases, exhaustive }: Cases, key: Spot, study: Study): void {
  const spot = inside({ document: key.document, path: key.path }, "derived", "cases");
  const earlier: Condition[] = [];
  const tellLost = (index: number, word: string) => {
    const message = "This case is never reached: where it would count, an earlier one does.";
    study.tell(
      keyOf(inside(spot, index), word),
      "never-holds",
      message,
      "Change its condition or its place, or leave it out.",
    );
  };
  for (const [index, { when }] of cases.entries()) {
    if (neverTogether([...earlier, when], study.known)) tellLost(index, "when");
    earlier.push({ kind: "not", of: when });
  }
  const isWhole = neverTogether(earlier, study.known);
  if (exhaustive && isWhole) tellLost(cases.length, "otherwise");
  if (exhaustive || isWhole) return;
  const hint = "Add a last entry, otherwise: with the value for when no case is true.";
  study.tell(key, "cases-not-exhaustive", `${quoted(name)} is unknown when none of its cases is true.`, hint);
}
