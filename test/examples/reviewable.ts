import type { Report, Source } from "../../schemas/generated/types.ts";

/** The text report without the digests of rules and facts, which change with every rule, whether it matters here or not. */
export function withoutDigests(text: string): string {
  return text.replace(/(rules \S+ \S+)\s+\([0-9a-f]{12}\), facts [0-9a-f]{12}\n$/, "$1 (digests)\n");
}

/**
 * A report as a person can review it: whole where it speaks of what was found, names alone where it goes through
 * all rules and ways of asking, whose wording belongs to the pack.
 */
export function reviewable(report: Report): string {
  const { versions, undecided, nextSteps, verdicts, sources, ...found } = report;
  const packs = versions.packs.map(({ id }) => id);
  const short = {
    ...found,
    packs,
    sources: Object.fromEntries(Object.entries(sources).map(([key, source]) => [key, inOneLine(source)])),
    undecided: undecided.map(({ rule }) => rule),
    nextSteps: nextSteps.map(({ ask, settles }) => `${ask}: ${settles.join(", ")}`),
    verdicts: Object.fromEntries(verdicts.map(({ rule, verdict }) => [rule, verdict])),
  };
  return `${JSON.stringify(short, null, 2)}\n`;
}

function inOneLine({ kind, path, notes = [] }: Source): string {
  return [`${path} (${kind})`, ...notes].join(" ");
}
