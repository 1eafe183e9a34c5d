import type { Evidence, TruthValue, VerdictName } from "../schemas/generated/types.ts";
import { type ExplanationLine, explanation } from "./explanation.ts";
import { safeLine } from "./safe-text.ts";

/** An example of a rule that came out otherwise than its author said. */
export interface ExampleFailure {
  readonly rule: string;
  readonly expected: VerdictName;
  readonly found: VerdictName;
  readonly evidence: Evidence;
  /** null for the free example: no facts at all. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number } | null;
  /** What could not be used of the example, as sentences. */
  readonly warnings: readonly string[];
}

const says: Record<VerdictName, string> = {
  matches: "matches",
  "does-not-match": "does not match",
  "cannot-tell": "cannot tell",
};

const truths: Record<`${TruthValue}`, string> = { true: "true", false: "false", unknown: "not known" };

/** Which condition came out differently, and what it saw: a small tree instead of two dumps. */
export function exampleFailure({ rule, expected, found, evidence, place, warnings }: ExampleFailure): string {
  const where =
    place === null ? "with no facts at all" : `${safeLine(place.file)}:${place.line}:${place.column}`;
  const outcome =
    expected === found
      ? `The rule ${rule} ${says[found]} as expected, but not all of the example could be used.`
      : `The rule ${rule} ${says[found]}, where the example says that it ${expected === "cannot-tell" ? "cannot tell" : says[expected]}.`;
  const lines: ExplanationLine[] = [
    { depth: 1, text: outcome },
    ...warnings.map((text) => ({ depth: 1, text })),
    ...(expected === found ? [] : tree(evidence, 2)),
  ];
  return `${where}\n${explanation(lines)}\n`;
}

function tree(evidence: Evidence, depth: number): ExplanationLine[] {
  const truth = truths[`${evidence.truth}`];
  switch (evidence.kind) {
    case "all":
    case "any":
    case "not":
      return [
        { depth, text: `${evidence.kind}: ${truth}` },
        ...evidence.parts.flatMap((part) => tree(part, depth + 1)),
      ];
    case "rule":
      return [
        {
          depth,
          text: `rule ${evidence.rule}: ${says[evidence.found]}, the condition asks for "${says[evidence.expected]}"`,
        },
      ];
    case "test":
      return [
        {
          depth,
          text: `${evidence.fact} ${evidence.expected}: ${truth}; found ${evidence.found}${reasonIn(evidence.reason)}`,
        },
      ];
    default:
      return [
        {
          depth,
          text: `${evidence.fact}, ${evidence.expected}: ${truth}; found ${evidence.found}${reasonIn(evidence.reason)}`,
        },
      ];
  }
}

const reasonIn = (reason: string | undefined): string => (reason === undefined ? "" : ` (${reason})`);
