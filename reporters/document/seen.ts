import type { Evidence, EvidenceRow, EvidenceRows, EvidenceTest } from "../../schemas/generated/types.ts";
import { cut } from "../safe-text.ts";
import type { Seen, SeenLine, SeenRow } from "./block.ts";
import { counted, firstOf } from "./count.ts";
import { decidingLeaves, type Leaf, openLeaves } from "./leaves.ts";
import { verdictWords } from "./names.ts";
import { placesOf, type Sources } from "./places.ts";
import { notKnown } from "./reasons.ts";

export interface SeenOptions {
  readonly sources: Sources;
  readonly verbose: boolean;
}

const rowsShown = 3;
/** One long field must not push out the others of its row. */
const fieldCharacters = 120;

/** The facts that decide, each with its value and its place. */
export const seen = (evidence: Evidence, options: SeenOptions): Seen =>
  seenLeaves(decidingLeaves(evidence), options);

/** The facts of the condition that are not known, each with the reason. */
export const notSeen = (evidence: Evidence, options: SeenOptions): Seen =>
  seenLeaves(openLeaves(evidence), options);

function seenLeaves(leaves: readonly Leaf[], options: SeenOptions): Seen {
  const lines = new Map<string, SeenLine>();
  for (const leaf of leaves) {
    const line = seenLine(leaf, options);
    lines.set(JSON.stringify(line), line);
  }
  return { kind: "seen", lines: [...lines.values()] };
}

function seenLine(leaf: Leaf, options: SeenOptions): SeenLine {
  switch (leaf.kind) {
    case "test":
      return testLine(leaf, options);
    case "rule":
      return {
        fact: leaf.rule,
        found: `${verdictWords[leaf.found]} (a rule)`,
        places: [],
        rows: [],
        notes: [],
      };
    default:
      return rowsLine(leaf, options);
  }
}

function testLine(leaf: EvidenceTest, { sources, verbose }: SeenOptions): SeenLine {
  const through = leaf.through ?? [];
  const derived = through.length === 0 ? [] : [`worked out from ${through.join(", ")}`];
  return {
    fact: leaf.fact,
    found: foundText(leaf),
    places: placesOf(leaf.at, sources, verbose),
    rows: [],
    notes: verbose ? [`the rule asks: ${leaf.expected}`, ...derived] : [],
  };
}

function rowsLine(leaf: EvidenceRows, options: SeenOptions): SeenLine {
  const { shown, more } = firstOf(leaf.rows, options.verbose ? leaf.rows.length : rowsShown);
  const rest = more === 0 ? [] : [`and ${counted(more, "more row")}`];
  const asked = options.verbose ? [`the rule asks: ${leaf.expected}`] : [];
  return {
    fact: leaf.fact,
    found: foundText(leaf),
    places: leaf.rows.length === 0 ? placesOf(leaf.at, options.sources, options.verbose) : [],
    rows: shown.map((row) => rowLine(row, options)),
    notes: [...rest, ...asked],
  };
}

/** What was found of an unknown leaf is shown behind the words that it is not known, never alone. */
function foundText(leaf: EvidenceTest | EvidenceRows): string {
  if (leaf.truth !== "unknown") return leaf.found;
  const unknown = notKnown(leaf.reason, leaf.kind === "test" ? leaf.detail : undefined);
  return leaf.found === "" || leaf.found === "(not known)" ? unknown : `${unknown}; found: ${leaf.found}`;
}

function rowLine(row: EvidenceRow, { sources, verbose }: SeenOptions): SeenRow {
  const fields = Object.entries(row.row).map(([name, value]) => `${name} ${cut(value, fieldCharacters)}`);
  const doubt = row.truth === "unknown" ? "not known whether it fits: " : "";
  return { text: `${doubt}${fields.join(", ")}`, places: placesOf(row.at, sources, verbose) };
}
