import type { Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { Truth } from "../../engine/truth.ts";
import type { VerdictWord } from "../../schemas/fact-types.ts";
import type { FactFile } from "../../schemas/generated/types.ts";
import { derive } from "./derive.ts";
import { furtherRows } from "./further-rows.ts";
import { judge } from "./judge.ts";
import type { Reading, Row, Scope, World } from "./known.ts";
import { pairs } from "./pairs.ts";
import { readFacts } from "./read-facts.ts";
import { withDerivedFields } from "./row-fields.ts";

/** The reference: what every rule says to a fact file, worked out in the plainest way, however slow. */
export function referenceVerdicts(rulebook: Rulebook, file: FactFile): Map<string, VerdictWord> {
  return verdictsIn(readFacts(rulebook, file));
}

export function verdictsIn(world: World): Map<string, VerdictWord> {
  const scope = openScope(world);
  return new Map(world.rulebook.rules.map(({ id }) => [id, verdictWord(scope.verdict(id))]));
}

const verdictWord = (truth: Truth): VerdictWord =>
  truth === "unknown" ? "cannot-tell" : truth ? "matches" : "does-not-match";

export function openScope(world: World): Scope {
  const facts = new Map<string, Reading>();
  const lists = new Map<string, readonly Row[] | null>();
  const verdicts = new Map<string, Truth>();
  const scope: Scope = {
    world,
    fact: (id) => remember(facts, id, () => readFact(id, scope)),
    rowsOf: (list) => remember(lists, list, () => readRows(list, scope)),
    furtherRows: (list, where, also) => furtherRows(list, where, scope, also),
    verdict: (id) => remember(verdicts, id, () => judgeRule(id, scope)),
  };
  return scope;
}

function remember<T>(memory: Map<string, T>, id: string, work: () => T): T {
  const before = memory.get(id);
  if (before !== undefined) return before;
  const result = work();
  memory.set(id, result);
  return result;
}

function readFact(id: string, scope: Scope): Reading {
  const fact = scope.world.rulebook.facts[id];
  if (fact?.kind !== "scalar") throw new Error(`${id} is no single value.`);
  return fact.derived === null ? (scope.world.scalars.get(id) ?? null) : derive(fact.derived, scope);
}

function readRows(id: string, scope: Scope): readonly Row[] | null {
  const fact = scope.world.rulebook.facts[id];
  if (fact?.kind !== "list") throw new Error(`${id} is no list.`);
  if (fact.derived !== null) return pairs(fact.derived, scope);
  const list = scope.world.lists.get(id);
  return list === undefined ? null : list.rows.map((row) => withDerivedFields(row, fact, scope));
}

function judgeRule(id: string, scope: Scope): Truth {
  const rule = scope.world.rulebook.rules.find((known) => known.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return judge(rule.when, scope);
}
