import type { Condition, Literal, Test } from "../condition.ts";
import { wholeDomain } from "../facts/coverage.ts";
import { sameLiteral } from "../facts/normal-form.ts";
import type { Box, Extent } from "../facts/reading.ts";
import type { ListFact } from "../rulebook/rulebook.ts";
import type { Context } from "./context.ts";

const mostBoxes = 256;
const anywhere: Box = new Map();

/**
 * The boxes in which a row lies that could fit the condition: never too small, at times larger than need be. A
 * list that was looked at in all of them holds every row that fits.
 */
export function boxesOf(where: Condition | null, list: ListFact, context: Context): readonly Box[] {
  return where === null ? [anywhere] : regions(where, false, list, context);
}

function regions(condition: Condition, negated: boolean, list: ListFact, context: Context): readonly Box[] {
  switch (condition.kind) {
    case "not":
      return regions(condition.of, !negated, list, context);
    case "all":
    case "any": {
      const parts = condition.of.map((part) => regions(part, negated, list, context));
      const boxes = (condition.kind === "all") === negated ? parts.flat() : parts.reduce(crossed, [anywhere]);
      return boxes.length > mostBoxes ? [anywhere] : boxes;
    }
    case "test": {
      const extent = extentOf(condition, negated, list, context);
      return extent === null ? [anywhere] : [new Map([[condition.subject, extent]])];
    }
    default:
      return [anywhere];
  }
}

function crossed(left: readonly Box[], right: readonly Box[]): readonly Box[] {
  if (left.length * right.length > mostBoxes) return left;
  return left.flatMap((a) => right.flatMap((b) => intersection(a, b) ?? []));
}

function intersection(a: Box, b: Box): Box | null {
  const box = new Map(a);
  for (const [field, extent] of b) {
    const both = overlap(box.get(field), extent);
    if (both === null) return null;
    box.set(field, both);
  }
  return box;
}

function overlap(a: Extent | undefined, b: Extent): Extent | null {
  if (a === undefined) return b;
  if (a.kind === "range" && b.kind === "range") {
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
    return from < to ? { kind: "range", from, to } : null;
  }
  const [points, other] = a.kind === "values" ? [a, b] : [b, a];
  if (points.kind !== "values") return b;
  const values = points.values.filter((value) => lies(value, other));
  return values.length > 0 ? { kind: "values", values } : null;
}

function lies(value: Literal, extent: Extent): boolean {
  if (extent.kind === "values") return extent.values.some((each) => sameLiteral(each, value));
  return typeof value === "number" && extent.from <= value && value < extent.to;
}

/** The values that the field has in a row that fits the test; null where that cannot be said. */
function extentOf(test: Test, negated: boolean, list: ListFact, context: Context): Extent | null {
  const field = list.fields[test.subject];
  // A text in an unknown language may be another one than it seems, and one version has many spellings.
  if (field === undefined || field.message || field.type === "version") return null;
  if (field.type === "timestamp") {
    // None lies neither before nor after anything, so a row without a time fits what is denied.
    return negated && field.orNone ? null : rangeOf(test, negated, list, context);
  }
  const negative =
    test.operator === "is-not" || test.operator === "differs-from" || test.operator === "not-in";
  const values = valuesOf(test, context);
  if (values === null) return null;
  if (negative === negated) return { kind: "values", values };
  const domain = wholeDomain(field);
  if (domain?.kind !== "values" || test.exact) return null;
  // The complement is that of one surely known value only: of several claims any may be the one.
  if (test.operand.kind !== "values" && values.length !== 1) return null;
  return {
    kind: "values",
    values: domain.values.filter((value) => !values.some((each) => sameLiteral(each, value))),
  };
}

function valuesOf({ operator, operand }: Test, context: Context): readonly Literal[] | null {
  switch (operator) {
    case "is":
    case "is-not":
    case "one-of":
    case "same-as":
    case "differs-from":
      if (operand.kind === "values") return operand.values;
      return operand.kind === "fact" ? claimedValues(operand.fact, context) : null;
    case "in":
    case "not-in": {
      const list = operand.kind === "list" ? context.lists[operand.list] : undefined;
      if (list === undefined || list.type === "host" || operator === "not-in") return null;
      // In an open list a value that is missing may belong all the same.
      if (list.closedUntil === null || context.now.to >= list.closedUntil) return null;
      return list.entries.map(({ value }) => value);
    }
    default:
      return null;
  }
}

function claimedValues(fact: string, context: Context): readonly Literal[] | null {
  const reading = context.scalar(fact);
  if (!reading.known || reading.hitsOnly) return null;
  const values = reading.claims.flatMap((claim) => ("value" in claim ? [claim.value] : []));
  return values.length === reading.claims.length ? values : null;
}

/** Where an end belongs to the range, its bound is shifted by less than the clock resolves; a double of far years by more. */
const justAfter = (instant: number): number => instant + Math.max(0.001, Math.abs(instant) * Number.EPSILON);

function rangeOf(
  { subject, operator, operand }: Test,
  negated: boolean,
  list: ListFact,
  { now }: Context,
): Extent | null {
  if (operator === "within-last" && operand.kind === "duration") {
    const span = operand.milliseconds;
    if (!negated) return range(now.from - span, justAfter(now.to));
    // What is to come is not in the last days either; a log holds nothing of that.
    const isPast = list.coveredBy.includes(subject) && now.from === now.to;
    return isPast ? range(-Infinity, now.to - span) : null;
  }
  const [instant] = operand.kind === "values" ? operand.values : [];
  if (typeof instant !== "number") return null;
  if (operator === "is") return negated ? null : range(instant, justAfter(instant));
  if (operator === "before") return negated ? range(instant, Infinity) : range(-Infinity, instant);
  if (operator === "after") return negated ? range(-Infinity, justAfter(instant)) : range(instant, Infinity);
  return null;
}

const range = (from: number, to: number): Extent => ({ kind: "range", from, to });
