import type { Missing, NextStep } from "../../schemas/generated/types.ts";
import type { Ask, Rulebook } from "../rulebook/rulebook.ts";
import { asksFor } from "./asks-for.ts";
import { byCodeUnit } from "./code-unit-order.ts";
import { type ListOf, lookedThrough } from "./looked-through.ts";

/** A rule that could not be decided. */
export interface OpenRule {
  readonly rule: string;
  /** What it is worth to decide it, above 0. */
  readonly weight: number;
  readonly missing: readonly Missing[];
}

/** What is missing and got by the same ways, by the ids of these: whoever goes one of them gets all of it. */
type Need = string;

/** A rule that waits for facts, and of each for the whole or for parts. */
interface Waiting {
  readonly rule: string;
  readonly weight: number;
  readonly needs: ReadonlyMap<string, Set<Need>>;
}

interface Way {
  readonly ask: Ask;
  readonly facts: Set<string>;
  readonly needs: Set<Need>;
  /** The places of the waiting rules that it gives something to. */
  readonly rules: Set<number>;
}

/**
 * Ways of asking, ordered greedily: first the way that is worth most a minute, then the way that adds most to it, and
 * so on; ways that add nothing to those before (another way to the same facts) come last, by what they are worth
 * alone. A way is worth what it is worth to decide the rules that it could settle: of a rule that waits for several
 * facts, the share of those that it gives, and half of that for a fact of which a way before gives another part.
 * `undecided` in the order of their rank.
 */
export function nextSteps(undecided: readonly OpenRule[], rulebook: Rulebook, listOf: ListOf): NextStep[] {
  const { ways, waiting } = waysOfAsking(undecided, rulebook, lookedThrough(rulebook, listOf));
  return inGreedyOrder(ways, waiting).map((way) => describe(way, waiting));
}

function waysOfAsking(
  undecided: readonly OpenRule[],
  rulebook: Rulebook,
  givesNothing: (ask: Ask, missing: Missing) => boolean,
): { readonly ways: readonly Way[]; readonly waiting: readonly Waiting[] } {
  const ways = new Map<string, Way>();
  const waiting = undecided.map(({ rule, weight, missing }, place): Waiting => {
    const needs = new Map<string, Set<Need>>();
    for (const part of missing) {
      const asks = asksFor(part, rulebook).filter((ask) => !givesNothing(ask, part));
      const need = asks.map(({ id }) => id).join(" ");
      needs.set(part.fact, (needs.get(part.fact) ?? new Set()).add(need));
      for (const ask of asks) {
        const way = ways.get(ask.id) ?? { ask, facts: new Set(), needs: new Set(), rules: new Set() };
        ways.set(ask.id, way);
        way.facts.add(part.fact);
        way.needs.add(need);
        way.rules.add(place);
      }
    }
    return { rule, weight, needs };
  });
  return { ways: [...ways.values()].toSorted((a, b) => byCodeUnit(a.ask.id, b.ask.id)), waiting };
}

function inGreedyOrder(ways: readonly Way[], waiting: readonly Waiting[]): readonly Way[] {
  const chosen: Way[] = [];
  let left = [...ways];
  const given = new Set<Need>();
  for (;;) {
    const best = mostWorth(left, waiting, given);
    if (best === null) break;
    chosen.push(best);
    left = left.filter((way) => way !== best);
    for (const need of best.needs) given.add(need);
  }
  const alone = new Map(left.map((way) => [way, worth(way, waiting, new Set())]));
  return [...chosen, ...left.toSorted((a, b) => (alone.get(b) ?? 0) - (alone.get(a) ?? 0))];
}

/** null when no way gives anything more. Of equal ones the first counts. */
function mostWorth(ways: readonly Way[], waiting: readonly Waiting[], given: ReadonlySet<Need>): Way | null {
  let best: Way | null = null;
  let most = 0;
  for (const way of ways) {
    const value = worth(way, waiting, given);
    if (value > most) [best, most] = [way, value];
  }
  return best;
}

/** What a way adds to what is given already. */
function worth({ ask, needs, rules }: Way, waiting: readonly Waiting[], given: ReadonlySet<Need>): number {
  let sum = 0;
  for (const place of rules) {
    let [added, open, begun] = [0, 0, 0];
    for (const parts of waiting[place]?.needs.values() ?? []) {
      const left = [...parts].filter((need) => !given.has(need));
      if (left.length === 0) continue;
      open += 1;
      if (!left.some((need) => needs.has(need))) continue;
      added += 1;
      if (left.length < parts.size) begun += 1;
    }
    if (added > 0) sum += ((waiting[place]?.weight ?? 0) * (added - begun / 2)) / open;
  }
  return sum / ask.minutes;
}

function describe({ ask, facts, rules }: Way, waiting: readonly Waiting[]): NextStep {
  return {
    ask: ask.id,
    title: ask.title,
    do: ask.do,
    ...(ask.run !== null && { run: ask.run }),
    lookFor: ask.lookFor,
    who: ask.who,
    minutes: ask.minutes,
    facts: [...facts].toSorted(byCodeUnit),
    settles: waiting.flatMap(({ rule }, place) => (rules.has(place) ? [rule] : [])),
  };
}
