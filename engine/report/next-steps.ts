import type { NextStep } from "../../schemas/generated/types.ts";
import type { RuleOutcome } from "../evaluate/evaluation.ts";
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
interface Waiting {
  readonly rule: string;
  readonly facts: ReadonlySet<string>;
}

/**
 * Ways of asking, ordered greedily: first the way that is worth most a minute, then the way that adds most to it, and
 * so on; ways that add nothing to those before (another way to the same facts) come last, by what they are worth
 * alone. A way is worth 1, 1/2, 1/3, … for the first, second, third undecided rule; half of that if the rule waits
 * for other facts, too. `undecided` in the order of their rank.
 */
export function nextSteps(undecided: readonly RuleOutcome[], rulebook: Rulebook): NextStep[] {
  const waiting = undecided.map(({ rule, missing }) => ({
    rule,
    facts: new Set(missing.map(({ fact }) => fact)),
  }));
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
    if (added > 0) sum += (added === open ? 1 : 0.5) / (place + 1);
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
