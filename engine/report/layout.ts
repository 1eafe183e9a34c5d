import type { Rule } from "../rulebook/rulebook.ts";
import type { Causes } from "./causes.ts";
import type { Finding } from "./finding.ts";
import { byWeight, confidenceRank, highest, type Weight } from "./order.ts";
import { finerOnes } from "./refinement.ts";

/** One finding with everything that stands below it in the report. */
export interface Placed {
  readonly finding: Finding;
  readonly lessPrecise: readonly Finding[];
  readonly consequences: readonly Placed[];
  readonly alsoCausedBy: readonly string[];
  readonly mayBeCausedBy: readonly string[];
}

/** Chains of causes deeper than this are printed on one level: whatever prints a report calls itself per level. */
const deepest = 12;

/**
 * The roots in their order, with their consequences below them: every finding stands exactly once. A root is what
 * nothing of equal or higher confidence explains: a possible cause never swallows a certain finding.
 */
export function layOut(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  causes: Causes,
  reported: readonly string[],
): readonly Placed[] {
  const finer = finerOnes(
    findings.map(({ rule }) => rule),
    rules,
  );
  const standing = findings.filter(({ rule }) => !finer.has(rule.id));
  const order = byWeightOf(
    standing,
    causes,
    reported.flatMap((id) => rules.get(id) ?? []),
  );
  const standingInOrder = standing.toSorted(order);
  const below = consequences(standingInOrder, causes);
  const lessPrecise = grouped(
    findings.filter(({ rule }) => finer.has(rule.id)).toSorted(order),
    ({ rule }) => standingInOrder.find((other) => finer.get(rule.id)?.includes(other.rule))?.rule.id ?? null,
  );
  return place(below.roots, 1, { ...below, lessPrecise });
}

const swallows = (causes: Causes, cause: Finding, effect: Finding) =>
  confidenceRank[cause.confidence] <= confidenceRank[effect.confidence] &&
  causes.precedes(cause.rule.id, effect.rule.id);

function byWeightOf(standing: readonly Finding[], causes: Causes, reported: readonly Rule[]) {
  const weights = new Map<Finding, Weight>();
  const weigh = (finding: Finding): Weight => {
    const effects = standing.filter((other) => swallows(causes, finding, other));
    const reached = causes.broughtAboutBy(finding.rule.id);
    return {
      id: finding.rule.id,
      toReport: toReport(finding, reached, reported),
      confidence: finding.confidence,
      severity: highest([finding, ...effects].map(({ rule }) => rule.severity)),
    };
  };
  const weightOf = (finding: Finding) => {
    const weight = weights.get(finding) ?? weigh(finding);
    weights.set(finding, weight);
    return weight;
  };
  return (a: Finding, b: Finding) => byWeight(weightOf(a), weightOf(b));
}

function toReport(
  { rule }: Finding,
  reached: ReadonlyMap<string, number>,
  reported: readonly Rule[],
): Weight["toReport"] {
  if (reported.some(({ id }) => reached.has(id))) return 0;
  return reported.some(({ restates }) => restates.includes(rule.id)) ? 1 : 2;
}

interface Board {
  readonly roots: readonly Finding[];
  /** By the id of what they are printed under. */
  readonly children: ReadonlyMap<string, readonly Finding[]>;
  readonly alsoCausedBy: ReadonlyMap<string, readonly string[]>;
  readonly mayBeCausedBy: ReadonlyMap<string, readonly string[]>;
}

/** `standing` in their order. A consequence is printed below the nearest of its causes that its first root holds. */
function consequences(standing: readonly Finding[], causes: Causes): Board {
  const causesOf = new Map(
    standing.map((effect) => [effect.rule.id, standing.filter((cause) => swallows(causes, cause, effect))]),
  );
  const of = (finding: Finding) => causesOf.get(finding.rule.id) ?? [];
  const roots = standing.filter((finding) => of(finding).length === 0);
  const rootsOf = (finding: Finding) => of(finding).filter((cause) => of(cause).length === 0);
  const homeOf = new Map(standing.map((finding) => [finding, rootsOf(finding)[0] ?? finding]));
  const parentOf = (finding: Finding) => {
    const near = of(finding).filter((cause) => homeOf.get(cause) === homeOf.get(finding));
    return near.find((cause) => !near.some((other) => causes.precedes(cause.rule.id, other.rule.id)));
  };
  const mayCause = (finding: Finding) =>
    roots.filter((root) => causes.precedes(root.rule.id, finding.rule.id) && !of(finding).includes(root));
  const named = (name: (finding: Finding) => readonly Finding[]) =>
    new Map(standing.map((finding) => [finding.rule.id, name(finding).map(({ rule }) => rule.id)]));
  return {
    roots,
    children: grouped(standing, (finding) => parentOf(finding)?.rule.id ?? null),
    alsoCausedBy: named((finding) => rootsOf(finding).slice(1)),
    mayBeCausedBy: named(mayCause),
  };
}

function place(
  findings: readonly Finding[],
  depth: number,
  board: Board & { readonly lessPrecise: ReadonlyMap<string, readonly Finding[]> },
): readonly Placed[] {
  const { children, lessPrecise, alsoCausedBy, mayBeCausedBy } = board;
  const shown = depth === deepest ? withDescendants(findings, children) : findings;
  return shown.map((finding) => {
    const { id } = finding.rule;
    return {
      finding,
      lessPrecise: lessPrecise.get(id) ?? [],
      consequences: depth === deepest ? [] : place(children.get(id) ?? [], depth + 1, board),
      alsoCausedBy: alsoCausedBy.get(id) ?? [],
      mayBeCausedBy: mayBeCausedBy.get(id) ?? [],
    };
  });
}

function withDescendants(findings: readonly Finding[], children: Board["children"]): readonly Finding[] {
  const all = [...findings];
  for (const finding of all) all.push(...(children.get(finding.rule.id) ?? []));
  return all;
}

/** In the order they come in; those without a key are left out. */
function grouped(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string | null,
): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return groups;
}
