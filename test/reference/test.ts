import type { Operand, Test } from "../../engine/condition.ts";
import type { Claim } from "../../engine/facts/reading.ts";
import { agreement, type Truth } from "../../engine/truth.ts";
import type { ScalarType } from "../../schemas/fact-types.ts";
import type { OperatorName } from "../../schemas/operators.ts";
import { holds } from "./holds.ts";
import { type Known, known, type Reading, type Scope } from "./known.ts";
import { ends, samples } from "./samples.ts";

/** What the names in a condition stand for: facts, or fields of a row. */
export interface Subjects {
  read(subject: string): Reading;
  typeOf(subject: string): ScalarType;
}

/** A test is what it comes out as in every possible case: every claim, every value of a range, every now. */
export function judgeTest(test: Test, subjects: Subjects, scope: Scope): Truth {
  const reading = subjects.read(test.subject);
  if (test.operator === "known")
    return (reading !== null) === (test.operand.kind === "yes-no" && test.operand.yes);
  const others = alternatives(test.operand, subjects, scope);
  if (reading === null || others === null) return "unknown";
  const truth = agreement(cases(test, reading.claims, others.claims, subjects.typeOf(test.subject), scope));
  if (!reading.hitsOnly && !others.hitsOnly) return truth;
  const hit = textHits[test.operator];
  return hit === undefined || hit === truth || mayBeNone(reading) ? truth : "unknown";
}

/** What a text test comes out as when the text says what is asked about. */
const textHits: Partial<Record<OperatorName, boolean>> = {
  is: true,
  "one-of": true,
  "same-as": true,
  contains: true,
  "starts-with": true,
  "ends-with": true,
  matches: true,
  in: true,
  "is-not": false,
  "differs-from": false,
  "not-in": false,
};

/** none is none in every language. */
const mayBeNone = ({ claims }: Known) => claims.every((claim) => "value" in claim && claim.value === null);

/** The claims about the right side; a bare list of literals is no claim but a choice, and stays together. */
function alternatives(operand: Operand, subjects: Subjects, scope: Scope): Reading {
  if (operand.kind === "fact") return scope.fact(operand.fact);
  if (operand.kind === "field") return subjects.read(operand.field);
  return known({ value: null });
}

function cases(
  test: Test,
  lefts: readonly Claim[],
  rights: readonly Claim[],
  type: ScalarType,
  scope: Scope,
): Truth[] {
  const { operand, operator } = test;
  const { low, high } = scope.world.now;
  const milliseconds = operand.kind === "duration" ? operand.milliseconds : 0;
  const literals = operand.kind === "values" ? operand.values : null;
  const list = operand.kind === "list" ? (scope.world.rulebook.lists[operand.list] ?? null) : null;
  const marks = [
    ...[...lefts, ...rights].flatMap(ends),
    ...(literals ?? []).filter((value) => typeof value === "number"),
    ...(list?.entries ?? []).map(({ value }) => value).filter((value) => typeof value === "number"),
    ...(operator === "within-last" ? [low, high, low - milliseconds, high - milliseconds] : []),
  ];
  const nowMarks = [...marks, ...marks.map((mark) => mark + milliseconds)];
  const nows = operator === "within-last" ? samples({ low, high }, nowMarks) : [0];
  const rest = {
    operator,
    type,
    exact: test.exact === true,
    yes: operand.kind === "yes-no" && operand.yes,
    milliseconds,
    list,
    collected: scope.world.now,
  };
  return lefts.flatMap((left) =>
    samples(left, marks).flatMap((value) =>
      rights.flatMap((right) =>
        samples(right, marks).flatMap((other) =>
          nows.map((now) => holds({ ...rest, value, others: literals ?? [other], now: Number(now) })),
        ),
      ),
    ),
  );
}
