import type { ScalarType } from "../../schemas/fact-types.ts";
import type { Operand, Test } from "../condition.ts";
import { known } from "../facts/make-reading.ts";
import type { Claim, Reading } from "../facts/reading.ts";
import type { ScalarShape } from "../rulebook/rulebook.ts";
import type { Truth } from "../truth.ts";
import { agreement, anyOf, negate } from "../truth.ts";
import { isNone, orderedClaims, sameClaim, spanOf, textOf } from "./compare-claims.ts";
import { textTest } from "./compare-texts.ts";
import type { Context, Scope } from "./context.ts";
import { memberOf } from "./membership.ts";

/** How one test comes out: decided where all claims, and all claims of what it is compared with, agree. */
export function testTruth(test: Test, scope: Scope, context: Context): Truth {
  const reading = scope.reading(test.subject);
  if (test.operator === "known") return reading.known === saysYes(test.operand);
  if (!reading.known) return "unknown";
  const operand = operandReading(test.operand, scope, context);
  if (!operand.known) return "unknown";
  const shape = scope.shape(test.subject);
  const truth = agreement(
    reading.claims.map((claim) => claimTruth(test, claim, operand.claims, shape, context)),
  );
  const isHitsOnly = reading.hitsOnly || operand.hitsOnly;
  return isHitsOnly && isMiss(test, truth) && !reading.claims.every(isNone) ? "unknown" : truth;
}

/** In a text whose language is not ours, not to find words proves nothing. That there is no text is none in all of them. */
function isMiss(test: Test, truth: Truth): boolean {
  if (test.operator === "set") return false;
  const negative =
    test.operator === "is-not" || test.operator === "differs-from" || test.operator === "not-in";
  return truth === negative;
}

/** Constants are known, and no claims of anybody: of alternatives any is enough. */
const constants = known([{ value: null }], []);

/** The right side of a test as a reading: what it is compared with. */
function operandReading(operand: Operand, scope: Scope, context: Context): Reading {
  if (operand.kind === "fact") return context.scalar(operand.fact);
  return operand.kind === "field" ? scope.reading(operand.field) : constants;
}

const saysYes = (operand: Operand): boolean => operand.kind === "yes-no" && operand.yes;

/** One claim against every claim of a reference; against the alternatives that the rule lists, any is enough. */
function claimTruth(
  test: Test,
  claim: Claim,
  references: readonly Claim[],
  shape: ScalarShape,
  context: Context,
): Truth {
  if (test.operand.kind === "fact" || test.operand.kind === "field") {
    return agreement(references.map((reference) => pairTruth(test, claim, reference, shape.type)));
  }
  return constantTruth(test, claim, shape, context);
}

function constantTruth(test: Test, claim: Claim, shape: ScalarShape, context: Context): Truth {
  const { operand, operator } = test;
  if (operand.kind === "yes-no") return isNone(claim) !== operand.yes;
  if (operand.kind === "list") {
    const member = memberOf(operand.list, claim, context);
    return operator === "not-in" ? negate(member) : member;
  }
  if (operand.kind === "duration") return withinLast(claim, operand.milliseconds, context.now);
  if (operand.kind !== "values")
    throw new Error(`The operator ${operator} has an operand of the kind ${operand.kind}.`);
  const truths = operand.values.map((value) => pairTruth(test, claim, { value }, shape.type));
  // is-not has one value; for all others one alternative that holds is enough.
  return anyOf(truths);
}

function pairTruth({ operator, exact: bytes }: Test, a: Claim, b: Claim, type: ScalarType): Truth {
  const exact = bytes === true;
  switch (operator) {
    case "is":
    case "one-of":
    case "same-as":
      return sameClaim(a, b, exact, type);
    case "is-not":
    case "differs-from":
      return negate(sameClaim(a, b, exact, type));
    case "below":
    case "above":
    case "at-least":
    case "at-most":
    case "before":
    case "after":
      return orderedClaims(operator, a, b, type);
    case "contains":
    case "starts-with":
    case "ends-with":
    case "matches": {
      const [text, wanted] = [textOf(a), textOf(b)];
      return text !== null && wanted !== null && textTest(operator, text, wanted, exact);
    }
    default:
      throw new Error(`The operator ${operator} does not compare with a value.`);
  }
}

/** True if it is so at every possible instant of the collection, false if at none. What is to come is not in the past. */
function withinLast(claim: Claim, milliseconds: number, now: Context["now"]): Truth {
  const span = spanOf(claim);
  if (span === null) return false;
  if (span.low >= now.to - milliseconds && span.high <= now.from) return true;
  return span.high < now.from - milliseconds || span.low > now.to ? false : "unknown";
}
