import type { Condition, Literal } from "../../engine/condition.ts";
import type { Derivation, ListFact, Rule, Rulebook } from "../../engine/rulebook/rulebook.ts";

export const day = 86_400_000;
/** The instant of the collection in all worlds. */
export const collectedAt = Date.parse("2026-11-20T14:05:00Z");

/** A `where` or `among` that somebody asks of the rows of a list. */
export interface RowsAsked {
  readonly list: string;
  readonly where: Condition;
}

/** Everything below a rule: the facts that are seen, what they are compared with, what is asked of rows. */
export interface Reads {
  readonly seen: Set<string>;
  readonly literals: Map<string, Set<Literal>>;
  readonly asked: RowsAsked[];
}

/** The condition with the conditions of other rules in the place of their verdicts. */
export function inlined(condition: Condition, rulebook: Rulebook): Condition {
  switch (condition.kind) {
    case "all":
    case "any":
      return { kind: condition.kind, of: condition.of.map((part) => inlined(part, rulebook)) };
    case "not":
      return { kind: "not", of: inlined(condition.of, rulebook) };
    case "rule": {
      const rule = rulebook.rules.find(({ id }) => id === condition.rule);
      if (rule === undefined) throw new Error(`There is no rule ${condition.rule}.`);
      const when = inlined(rule.when, rulebook);
      return condition.verdict === "matches" ? when : { kind: "not", of: when };
    }
    default:
      return condition;
  }
}

export function readsOf(rule: Rule, rulebook: Rulebook): Reads {
  const reads: Reads = { seen: new Set(), literals: new Map(), asked: [] };
  readCondition(inlined(rule.when, rulebook), rulebook, reads);
  return reads;
}

function readCondition(condition: Condition, rulebook: Rulebook, reads: Reads): void {
  switch (condition.kind) {
    case "all":
    case "any":
      for (const part of condition.of) readCondition(part, rulebook, reads);
      return;
    case "not":
      readCondition(condition.of, rulebook, reads);
      return;
    case "test": {
      const { operand } = condition;
      if (operand.kind === "values")
        for (const value of operand.values) note(condition.subject, value, reads);
      readFact(condition.subject, rulebook, reads);
      if (operand.kind === "fact") readFact(operand.fact, rulebook, reads);
      return;
    }
    case "rule":
      throw new Error("Rules are inlined before.");
    default:
      readRows(condition.list, condition.where, rulebook, reads);
      if (condition.kind === "every") readRows(condition.list, condition.among, rulebook, reads);
  }
}

function note(subject: string, value: Literal, { literals }: Reads): void {
  const values = literals.get(subject) ?? new Set();
  literals.set(subject, values.add(value));
}

function readRows(list: string, where: Condition | null, rulebook: Rulebook, reads: Reads): void {
  if (where !== null) {
    reads.asked.push({ list, where });
    for (const fact of factsNamedIn(where)) readFact(fact, rulebook, reads);
  }
  readFact(list, rulebook, reads);
}

function factsNamedIn(where: Condition): string[] {
  if (where.kind === "all" || where.kind === "any") return where.of.flatMap(factsNamedIn);
  if (where.kind === "not") return factsNamedIn(where.of);
  return where.kind === "test" && where.operand.kind === "fact" ? [where.operand.fact] : [];
}

function readFact(id: string, rulebook: Rulebook, reads: Reads): void {
  const fact = rulebook.facts[id];
  if (fact === undefined) throw new Error(`There is no fact ${id}.`);
  if (fact.derived === null) reads.seen.add(id);
  else if (fact.derived.kind === "match-up") readMatchUp(fact.derived, rulebook, reads);
  else readDerivation(id, fact.derived, rulebook, reads);
}

function readMatchUp(derived: NonNullable<ListFact["derived"]>, rulebook: Rulebook, reads: Reads): void {
  for (const { where } of derived.sides) readRows(derived.from, where, rulebook, reads);
}

function readDerivation(id: string, derived: Derivation, rulebook: Rulebook, reads: Reads): void {
  const passOn = (to: string, change: (value: Literal) => Literal = (value) => value) => {
    for (const value of reads.literals.get(id) ?? []) note(to, change(value), reads);
    readFact(to, rulebook, reads);
  };
  switch (derived.kind) {
    case "picked":
      readRows(derived.from, derived.where, rulebook, reads);
      return;
    case "count":
    case "smallest":
    case "largest":
      readRows(derived.list, derived.where, rulebook, reads);
      return;
    case "cases":
      for (const { when } of derived.cases) readCondition(when, rulebook, reads);
      return;
    case "days-until":
      passOn(derived.of, (days) => (typeof days === "number" ? collectedAt + days * day : days));
      return;
    case "difference":
      passOn(derived.from);
      passOn(derived.minus);
      return;
    case "percent":
      passOn(derived.part);
      passOn(derived.of);
      return;
    case "part":
      readFact(derived.of, rulebook, reads);
      return;
    case "looked-up":
      readFact(derived.by, rulebook, reads);
      return;
  }
}
