import type { Condition } from "../../condition.ts";
import type { DeclaredRule } from "../declare/declared.ts";
import type { Findings } from "../findings.ts";
import { inOrder } from "../graph.ts";
import { keyOf, rootOf } from "../parse/document.ts";
import type { Rule } from "../rulebook.ts";
import { circleInWords } from "../words.ts";
import type { DraftRule } from "./rule.ts";

/** Puts each rule above those whose verdicts it reads. Sorted by id. */
export function inStrata(
  drafts: ReadonlyMap<string, DraftRule>,
  declared: ReadonlyMap<string, DeclaredRule>,
  findings: Findings,
): readonly Rule[] {
  const reads = new Map([...drafts].map(([id, { when }]) => [id, rulesIn(when)]));
  const { order, circles } = inOrder(drafts.keys(), (id) => reads.get(id) ?? []);
  for (const circle of circles) tellCircle(circle, declared, findings);
  const strata = new Map<string, number>();
  for (const id of order) {
    const below = (reads.get(id) ?? []).map((each) => strata.get(each) ?? 0);
    strata.set(id, below.length === 0 ? 0 : 1 + Math.max(...below));
  }
  const ids = [...drafts.keys()].sort();
  return ids.flatMap((id) => {
    const draft = drafts.get(id);
    return draft === undefined ? [] : [{ ...draft, stratum: strata.get(id) ?? 0 }];
  });
}

/** The rules whose verdicts a condition reads. */
export function rulesIn(condition: Condition): readonly string[] {
  if (condition.kind === "all" || condition.kind === "any") return condition.of.flatMap(rulesIn);
  if (condition.kind === "not") return rulesIn(condition.of);
  return condition.kind === "rule" ? [condition.rule] : [];
}

function tellCircle(
  circle: readonly string[],
  declared: ReadonlyMap<string, DeclaredRule>,
  findings: Findings,
): void {
  const first = declared.get(circle[0] ?? "");
  if (first === undefined) return;
  findings.problem(
    keyOf(rootOf(first.document), "when"),
    "rule-cycle",
    `Rules test each other in a circle: ${circleInWords(circle)}.`,
    "Let one of them test facts only.",
  );
}
