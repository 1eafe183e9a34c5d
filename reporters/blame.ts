import type {
  Evidence,
  EvidenceRows,
  EvidenceTest,
  TruthValue,
  VerdictName,
} from "../schemas/generated/types.ts";
import type { ExplanationLine } from "./explanation.ts";

/**
 * Which conditions keep a whole condition from what was wanted of it, and the values that they saw. A part is shown
 * where it would have to come out otherwise; where the whole was to stay open, the parts that decided it.
 */
export function blame(evidence: Evidence, wanted: TruthValue, depth: number): readonly ExplanationLine[] {
  return linesOf(evidence, { wanted, whole: evidence.truth }, depth);
}

interface Asked {
  readonly wanted: TruthValue;
  /** How the condition that is to be explained came out. */
  readonly whole: TruthValue;
}

function linesOf(evidence: Evidence, asked: Asked, depth: number): readonly ExplanationLine[] {
  if (!("parts" in evidence)) return leafLines(evidence, depth);
  const inner =
    evidence.kind === "not" ? { wanted: opposite(asked.wanted), whole: opposite(asked.whole) } : asked;
  const parts = evidence.parts.filter(({ truth }) => isToBlame(truth, inner));
  const isPlain = evidence.kind === "all" || (evidence.kind === "any" && parts.length === 1);
  if (isPlain) return parts.flatMap((part) => linesOf(part, inner, depth));
  const heading = evidence.kind === "any" ? "any of these:" : "not:";
  return [{ depth, text: heading }, ...parts.flatMap((part) => linesOf(part, inner, depth + 1))];
}

const isToBlame = (truth: TruthValue, { wanted, whole }: Asked): boolean =>
  wanted === "unknown" ? truth === whole : truth !== wanted;

const opposite = (truth: TruthValue): TruthValue => (truth === "unknown" ? truth : !truth);

type Leaf = Exclude<Evidence, { readonly parts: unknown }>;

function leafLines(leaf: Leaf, depth: number): readonly ExplanationLine[] {
  const truth = truths[`${leaf.truth}`];
  if (leaf.kind === "rule") {
    const text = `${truth}: the rule ${leaf.rule} is asked for "${says[leaf.expected]}"; it ${says[leaf.found]}`;
    return [{ depth, text }];
  }
  const reason = leaf.reason === undefined ? "" : `, ${leaf.reason}`;
  if (leaf.kind === "test")
    return [
      { depth, text: `${truth}: ${leaf.fact} ${leaf.expected}; found ${leaf.found}${reason}${source(leaf)}` },
    ];
  const text = `${truth}: ${leaf.fact}, ${leaf.expected}; found ${leaf.found}${reason}`;
  return [{ depth, text }, ...rowLines(leaf, depth + 2)];
}

/** A derived fact is mended where it comes from. */
const source = ({ through = [] }: EvidenceTest): string =>
  through.length === 0 ? "" : `; it follows from ${through.join(", ")}`;

const truths: Record<`${TruthValue}`, string> = { true: "true", false: "false", unknown: "not known" };

/** A verdict after the name of a rule. */
export const says: Record<VerdictName, string> = {
  matches: "matches",
  "does-not-match": "does not match",
  "cannot-tell": "cannot tell",
};

const mostRows = 3;

function rowLines({ rows }: EvidenceRows, depth: number): readonly ExplanationLine[] {
  return rows.slice(0, mostRows).map(({ truth, row }) => {
    const fields = Object.entries(row).map(([field, value]) => `${field} ${value}`);
    return { depth, text: `${truth === true ? "row" : "perhaps"}: ${fields.join(", ")}` };
  });
}
