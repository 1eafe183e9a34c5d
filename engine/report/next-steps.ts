import type { NextStep } from "../../schemas/generated/types.ts";
import type { Ask, Rulebook } from "../rulebook/rulebook.ts";
import { byCodeUnit } from "./code-unit-order.ts";

/** Every report may have to ask for this one, whatever pack is loaded. */
const collectedAt: Ask = {
  id: "collected-at",
  title: "Say when the files were collected",
  do: "When were these files collected? Give it with --at.",
  run: null,
  lookFor: "The date and time with its offset from UTC, for example 2026-11-20T14:05+01:00.",
  who: "whoever collected the files",
  minutes: 1,
};

interface Way {
  readonly ask: Ask;
  readonly facts: ReadonlySet<string>;
  /** The places of the waiting rules that wait for one of the facts. */
  readonly rules: ReadonlySet<number>;
}

/** A rule that waits for facts. */
export interface Waiting {
  readonly rule: string;
  /** What it is worth to decide it, above 0. */
  readonly weight: number;
  readonly facts: ReadonlySet<string>;
}

/**
 * Ways of asking, ordered greedily: first the way that is worth most a minute, then the way that adds most to it, and
 * so on; ways that add nothing to those before (another way to the same facts) come last, by what they are worth
 * alone. A way is worth what it is worth to decide the rules that it could settle: of a rule that waits for several
 * facts, the share of those that it gives. `waiting` in the order of their rank.
 */
export function nextSteps(waiting: readonly Waiting[], rulebook: Rulebook): NextStep[] {
  return inGreedyOrder(waysOfAsking(waiting, rulebook), waiting).map((way) => describe(way, waiting));
}

/** The ways that a pack names for a fact, the best first. */
export function asksFor(fact: string, { facts, asks }: Rulebook): readonly Ask[] {
  if (fact === collectedAt.id) return [collectedAt];
  const definition = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return (definition?.ask ?? []).flatMap((id) => (Object.hasOwn(asks, id) ? (asks[id] ?? []) : []));
}

function waysOfAsking(waiting: readonly Waiting[], rulebook: Rulebook): readonly Way[] {
  const ways = new Map<string, { ask: Ask; facts: Set<string>; rules: Set<number> }>();
  waiting.forEach((rule, place) => {
    for (const fact of rule.facts) {
      for (const ask of asksFor(fact, rulebook)) {
        const way = ways.get(ask.id) ?? { ask, facts: new Set(), rules: new Set() };
        way.facts.add(fact);
        way.rules.add(place);
        ways.set(ask.id, way);
      }
    }
  });
  return [...ways.values()].toSorted((a, b) => byCodeUnit(a.ask.id, b.ask.id));
}

function inGreedyOrder(ways: readonly Way[], waiting: readonly Waiting[]): readonly Way[] {
  const chosen: Way[] = [];
  let left = [...ways];
  const given = new Set<string>();
  for (;;) {
    const best = mostWorth(left, waiting, given);
    if (best === null) break;
    chosen.push(best);
    left = left.filter((way) => way !== best);
    for (const fact of best.facts) given.add(fact);
  }
  const alone = new Map(left.map((way) => [way, worth(way, waiting, new Set())]));
  return [...chosen, ...left.toSorted((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0))];
}

/** null when no way gives anything more. Of equal ones the first counts. */
function mostWorth(
  ways: readonly Way[],
  waiting: readonly Waiting[],
  given: ReadonlySet<string>,
): Way | null {
  let best: Way | null = null;
  let most = 0;
  for (const way of ways) {
    const value = worth(way, waiting, given);
    if (value > most) [best, most] = [way, value];
  }
  return best;
}

/** What a way adds to the facts that are given already. */
function worth({ ask, facts, rules }: Way, waiting: readonly Waiting[], given: ReadonlySet<string>): number {
  let sum = 0;
  for (const place of rules) {
    let [added, open] = [0, 0];
    for (const fact of waiting[place]?.facts ?? []) {
      if (given.has(fact)) continue;
      open += 1;
      if (facts.has(fact)) added += 1;
    }
    if (added > 0) sum += ((waiting[place]?.weight ?? 0) * added) / open;
  }
  return sum / ask.minutes;
}

function describe({ ask, facts }: Way, waiting: readonly Waiting[]): NextStep {
  const settles = waiting.filter((rule) => [...rule.facts].some((fact) => facts.has(fact)));
  return {
    ask: ask.id,
    title: ask.title,
    do: ask.do,
    ...(ask.run !== null && { run: ask.run }),
    lookFor: ask.lookFor,
    who: ask.who,
    minutes: ask.minutes,
    facts: [...facts].toSorted(byCodeUnit),
    settles: settles.map(({ rule }) => rule),
  };
}
