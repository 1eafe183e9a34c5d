import type { Condition } from "../../engine/condition.ts";
import type { ListFact, MatchUp } from "../../engine/rulebook/rulebook.ts";
import { allOf, anyOf, type Truth } from "../../engine/truth.ts";
import { range } from "./arithmetic.ts";
import { canFit } from "./fill.ts";
import { judgeRow } from "./judge.ts";
import type { Mentions, Reading, Row, Scope } from "./known.ts";
import { joined, mentionsIn } from "./mentions.ts";
import { sameValue } from "./same-value.ts";

/** Two rows of one list that fit the two sides and agree on some fields. */
export function pairs(matchUp: MatchUp, scope: Scope): Row[] | null {
  const rows = scope.rowsOf(matchUp.from);
  if (rows === null) return null;
  return rows.flatMap((left) =>
    rows.flatMap((right) => {
      const truth = left === right ? false : isPair(left, right, matchUp, scope);
      return truth === false ? [] : [{ certain: truth === true, fields: sideBySide(left, right, matchUp) }];
    }),
  );
}

/** Pairs of which a row at least was not seen. */
export function* furtherPairs(
  list: string,
  matchUp: MatchUp,
  where: Condition | null,
  scope: Scope,
): Iterable<Row> {
  const fact = scope.world.rulebook.facts[list];
  if (fact?.kind !== "list") throw new Error(`${list} is no list.`);
  const rows = scope.rowsOf(matchUp.from) ?? [];
  const [a, b] = matchUp.sides;
  const all = joined(
    mentionsIn(a.where, scope),
    mentionsIn(b.where, scope),
    withoutSide(mentionsIn(where, scope)),
  );
  const lefts = [...scope.furtherRows(matchUp.from, a.where, all)];
  const rights = [...scope.furtherRows(matchUp.from, b.where, all)];
  const doubtful = [
    ...lefts.flatMap((left) => [...rows, ...rights].map((right) => [left, right] as const)),
    ...rows.flatMap((left) => rights.map((right) => [left, right] as const)),
  ];
  for (const [left, right] of doubtful) {
    if (isPair(left, right, matchUp, scope) === false) continue;
    const pair: Row = { certain: false, fields: sideBySide(left, right, matchUp) };
    if (judgeRow(where, list, pair, scope) !== false && canFit(pair, fact, where, scope)) yield pair;
  }
}

function isPair(left: Row, right: Row, { from, on, sides: [a, b] }: MatchUp, scope: Scope): Truth {
  const fact = scope.world.rulebook.facts[from];
  if (fact?.kind !== "list") throw new Error(`${from} is no list.`);
  return allOf([
    left.certain || "unknown",
    right.certain || "unknown",
    judgeRow(a.where, from, left, scope),
    judgeRow(b.where, from, right, scope),
    ...on.map((field) => agree(field, left, right, fact)),
  ]);
}

function agree(field: string, left: Row, right: Row, { fields }: ListFact): Truth {
  const [a, b] = [left.fields.get(field) ?? null, right.fields.get(field) ?? null];
  const type = fields[field]?.type;
  if (a === null || b === null || type === undefined) return "unknown";
  const truths = a.claims.flatMap((one) =>
    b.claims.map((other): Truth => {
      if ("value" in one && "value" in other) return sameValue(one.value, other.value, type);
      const [x, y] = [range(one), range(other)];
      return x === null || y === null || x.low > y.high || x.high < y.low ? false : "unknown";
    }),
  );
  return truths.every((truth) => truth === true) ? true : anyOf(truths) === false ? false : "unknown";
}

/** All fields of both, and what they agree on by its own name. */
function sideBySide(left: Row, right: Row, { on, sides: [a, b] }: MatchUp): Map<string, Reading> {
  return new Map([
    ...on.map((name) => [name, left.fields.get(name) ?? right.fields.get(name) ?? null] as const),
    ...[...left.fields].map(([name, reading]) => [`${a.name}.${name}`, reading] as const),
    ...[...right.fields].map(([name, reading]) => [`${b.name}.${name}`, reading] as const),
  ]);
}

/** What a condition on pairs asks of `side.field` it asks of the field. */
function withoutSide(mentions: Mentions): Mentions {
  return joined(
    ...[...mentions].map(([name, values]) => new Map([[name.slice(name.indexOf(".") + 1), values]])),
  );
}
