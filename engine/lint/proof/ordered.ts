import { compareVersions } from "../../../schemas/values/version.ts";
import type { Literal, Test } from "../../condition.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import type { Ways } from "./variable.ts";

/** What is known of the numbers beyond their type. */
export type Range = "any" | "counted";

/**
 * A number, version or time: the constants cut the line into points and gaps, and within each of them all tests come
 * out alike. A test for the last days cuts a second line, the age, because nobody knows the time of the collection.
 */
export function orderedWays(shape: ScalarShape, range: Range, tests: readonly Test[]): Ways {
  const line = cutLine(tests);
  const isCounted = range === "counted" && shape.type === "number";
  const possible = isCounted ? line.filter((part) => holdsWholeNumber(part, line)) : line;
  const ages = cutAges(tests);
  const ranked = tests.map((test) => ({ test, ranks: ranksOf(test, line) }));
  const known = possible.flatMap(({ rank }) =>
    ages.map((age) => ranked.map((each) => holdsAt(each, rank, age))),
  );
  return shape.orNone ? [...known, tests.map(holdsForNone)] : known;
}

interface Part {
  /** null: the gap behind the point before it. */
  readonly point: Literal;
  readonly rank: number;
}

function cutLine(tests: readonly Test[]): readonly Part[] {
  const written = tests.flatMap(({ operand }) => (operand.kind === "values" ? operand.values : []));
  const points: Literal[] = [];
  for (const value of written.filter((each) => each !== null).sort(compare))
    if (points.length === 0 || compare(points.at(-1) ?? null, value) !== 0) points.push(value);
  const parts = points.flatMap((point, index) => [
    { point: null, rank: 2 * index },
    { point, rank: 2 * index + 1 },
  ]);
  return [...parts, { point: null, rank: 2 * points.length }];
}

/** Rows are counted: 0, 1, 2 and so on. */
function holdsWholeNumber({ point, rank }: Part, line: readonly Part[]): boolean {
  if (typeof point === "number") return point >= 0 && Number.isInteger(point);
  const [low, high] = [line[rank - 1]?.point, line[rank + 1]?.point];
  const first = typeof low === "number" ? Math.max(0, Math.floor(low) + 1) : 0;
  return typeof high === "number" ? first < high : true;
}

function compare(a: Literal, b: Literal): number {
  if (typeof a === "string" && typeof b === "string") return compareVersions(a, b);
  return Number(a) - Number(b);
}

/** Ages in milliseconds: one before now, each limit, and what lies between. */
function cutAges(tests: readonly Test[]): readonly number[] {
  const spans = tests.flatMap(({ operand }) => (operand.kind === "duration" ? [operand.milliseconds] : []));
  if (spans.length === 0) return [0];
  const cuts = [...new Set([0, ...spans])].sort((a, b) => a - b);
  return [-1, ...cuts.flatMap((cut, index) => [cut, (cut + (cuts[index + 1] ?? cut + 2)) / 2])];
}

interface Ranked {
  readonly test: Test;
  /** Of its constants, where they stand on the line. */
  readonly ranks: readonly (number | undefined)[];
}

function holdsAt({ test: { operator, operand }, ranks }: Ranked, at: number, age: number): boolean {
  if (operand.kind === "yes-no") return operand.yes;
  if (operand.kind === "duration") return age >= 0 && age <= operand.milliseconds;
  if (operand.kind !== "values") throw new Error(`The operator ${operator} does not order constants.`);
  if (operator === "is-not") return !ranks.includes(at);
  return ranks.some((rank) => rank !== undefined && relates(operator, at, rank));
}

function ranksOf({ operand }: Test, line: readonly Part[]): readonly (number | undefined)[] {
  if (operand.kind !== "values") return [];
  return operand.values.map((value) =>
    value === null
      ? undefined
      : line.find(({ point }) => point !== null && compare(point, value) === 0)?.rank,
  );
}

function relates(operator: Test["operator"], at: number, rank: number): boolean {
  switch (operator) {
    case "below":
    case "before":
      return at < rank;
    case "above":
    case "after":
      return at > rank;
    case "at-least":
      return at >= rank;
    case "at-most":
      return at <= rank;
    default:
      return at === rank;
  }
}

/** None is equal to none only, and comes before and after nothing. */
function holdsForNone({ operator, operand }: Test): boolean {
  if (operand.kind === "yes-no") return !operand.yes;
  const isNamed = operand.kind === "values" && operand.values.includes(null);
  if (operator === "is-not") return !isNamed;
  return (operator === "is" || operator === "one-of") && isNamed;
}
