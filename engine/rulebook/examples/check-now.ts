import type { Condition } from "../../condition.ts";
import type { Findings } from "../findings.ts";
import { keyOf } from "../parse/document.ts";
import type { PlacedExample } from "./examples.ts";
import { type Known, readsDates } from "./reads-dates.ts";

/** An example that is to be decided by dates has to say when they were collected. */
export function checkNowNeeded(
  { example, spot }: PlacedExample,
  when: Condition,
  known: Known,
  findings: Findings,
): void {
  if (example.now !== null || example.expected === "cannot-tell") return;
  const given = new Set(
    Object.entries(example.facts).flatMap(([fact, value]) =>
      value === null || value === "none" ? [] : [fact],
    ),
  );
  if (!readsDates(when, given, known)) return;
  const hint = `Add now: with a time and its offset, for example now: "2026-11-20T08:30:00Z".`;
  findings.problem(
    keyOf(spot),
    "now-needed",
    "The rule compares dates of this example with the time of the collection, and the example does not say when that was.",
    hint,
  );
}
