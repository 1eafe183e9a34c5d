import { foldText } from "../../../schemas/values/text-equal.ts";
import type { Literal, Test } from "../../condition.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import { holdsFor } from "./holds.ts";
import type { Ways } from "./variable.ts";

/** Every further part doubles the ways. */
const mostParts = 8;

/**
 * A text, host or thumbprint: one way for each value that is named, and for all others one for every choice of the
 * parts that they may contain. Choices that no text can make are left out, as far as that is seen.
 */
export function textWays(shape: ScalarShape, tests: readonly Test[]): Ways | null {
  const named = [...new Set(tests.flatMap(valuesOf))];
  const parts = partsOf(tests);
  if (parts.length > mostParts) return null;
  const known = named.map((value) => tests.map((test) => holdsFor(test, value, shape.type)));
  const others = choices(parts).map((choice) => tests.map((test) => holdsForOther(test, choice)));
  const none = shape.orNone ? [tests.map((test) => holdsFor(test, null, shape.type))] : [];
  return [...known, ...others, ...none];
}

const isEquality = ({ operator }: Test): boolean => ["is", "is-not", "one-of"].includes(operator);

function valuesOf(test: Test): readonly Exclude<Literal, null>[] {
  if (!isEquality(test) || test.operand.kind !== "values") return [];
  return test.operand.values.filter((value) => value !== null);
}

/** A part that a text may have: `contains abc`. */
interface Part {
  readonly operator: Test["operator"];
  readonly text: string;
}

function partsOf(tests: readonly Test[]): readonly Part[] {
  const parts = tests.flatMap((test) =>
    isEquality(test) || test.operand.kind !== "values"
      ? []
      : test.operand.values.map((value) => partOf(test, value)),
  );
  return [...new Map(parts.map((part) => [keyOf(part), part])).values()];
}

const partOf = ({ operator }: Test, value: Literal): Part => ({
  operator,
  text: operator === "matches" ? String(value) : foldText(String(value)),
});

const keyOf = ({ operator, text }: Part): string => `${operator} ${text}`;

/** The parts that a text has; every set of them that makes sense. */
function choices(parts: readonly Part[]): readonly ReadonlySet<string>[] {
  const all = Array.from({ length: 2 ** parts.length }, (_, bits) =>
    parts.filter((_part, index) => (bits >> index) % 2 === 1),
  );
  return all.filter((chosen) => isPossible(chosen, parts)).map((chosen) => new Set(chosen.map(keyOf)));
}

function isPossible(chosen: readonly Part[], all: readonly Part[]): boolean {
  const left = all.filter((part) => !chosen.includes(part));
  return (
    !left.some((part) => chosen.some((own) => brings(own, part))) &&
    !chosen.some((a) => chosen.some((b) => excludes(a, b)))
  );
}

/** Has every text with the first part the second one, too? */
function brings(a: Part, b: Part): boolean {
  if (a.operator === "matches" || b.operator === "matches") return false;
  if (b.operator === "contains") return a.text.includes(b.text);
  if (a.operator !== b.operator) return b.text === "";
  return a.operator === "starts-with" ? a.text.startsWith(b.text) : a.text.endsWith(b.text);
}

/** Two beginnings, or two ends, of which neither is a part of the other. */
function excludes(a: Part, b: Part): boolean {
  if (a.operator !== b.operator) return false;
  if (a.operator === "starts-with") return !a.text.startsWith(b.text) && !b.text.startsWith(a.text);
  return a.operator === "ends-with" && !a.text.endsWith(b.text) && !b.text.endsWith(a.text);
}

function holdsForOther(test: Test, choice: ReadonlySet<string>): boolean {
  if (test.operand.kind === "yes-no") return test.operand.yes;
  if (isEquality(test)) return test.operator === "is-not";
  return (
    test.operand.kind === "values" &&
    test.operand.values.some((value) => choice.has(keyOf(partOf(test, value))))
  );
}
