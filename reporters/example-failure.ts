import type { TruthValue, VerdictName } from "../schemas/generated/types.ts";
import type { ExampleTrial } from "../schemas/trial.ts";
import { blame, says } from "./blame.ts";
import { type ExplanationLine, explanation } from "./explanation.ts";
import { safeLine } from "./safe-text.ts";

/** What the condition of a rule has to come to for each verdict. */
export const truthFor: Record<VerdictName, TruthValue> = {
  matches: true,
  "does-not-match": false,
  "cannot-tell": "unknown",
};

/** Which condition of an example came out differently, and what it saw: a small tree instead of two dumps. */
export function exampleFailure({ rule, expected, found, evidence, place, warnings }: ExampleTrial): string {
  const where =
    place === null ? "with no facts at all" : `${safeLine(place.file)}:${place.line}:${place.column}`;
  const outcome =
    expected === found
      ? `The rule ${rule} ${says[found]} as expected, but not all of the example could be used.`
      : `The rule ${rule} ${says[found]}, where the example says that it ${says[expected]}.`;
  const lines: readonly ExplanationLine[] = [
    { depth: 1, text: outcome },
    ...warnings.map((text) => ({ depth: 1, text })),
    ...(expected === found ? [] : blame(evidence, truthFor[expected], 2)),
  ];
  return `${where}\n${explanation(lines)}\n`;
}
