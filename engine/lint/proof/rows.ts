import type { Condition, RowsTest } from "../../condition.ts";
import { both, constant, type Formula, not } from "./formula.ts";
import { type Effort, never } from "./satisfiable.ts";
import type { Ways } from "./variable.ts";

/** Every further filter doubles the kinds of rows. */
const mostFilters = 6;

/**
 * The rows of a list: which filters a row can pass together is proved by its fields; a list may hold rows of every
 * kind, together or not.
 */
export function rowsWays(
  tests: readonly RowsTest[],
  read: (where: Condition) => Formula,
  effort: Effort,
): Ways | null {
  const filters = new Map<string, Condition | null>();
  const numberOf = (where: Condition | null): number => {
    const key = JSON.stringify(where);
    if (!filters.has(key)) filters.set(key, where);
    return [...filters.keys()].indexOf(key);
  };
  const questions = tests.map((test) => questionOf(test, numberOf));
  if (filters.size > mostFilters) return null;
  const formulas = [...filters.values()].map((where) => (where === null ? constant(true) : read(where)));
  return mixtures(kindsOfRows(formulas, effort)).map((passed) => questions.map((holds) => holds(passed)));
}

/** Which filters some row of the list passes. */
type Passed = readonly boolean[];

function questionOf(
  test: RowsTest,
  numberOf: (where: Condition | null) => number,
): (passed: Passed) => boolean {
  if (test.kind === "every") {
    const among = numberOf(test.among);
    const stray = numberOf({ kind: "all", of: [test.among, { kind: "not", of: test.where }] });
    return (passed) => passed[among] === true && passed[stray] !== true;
  }
  const number = numberOf(test.where);
  return (passed) => (passed[number] === true) === (test.kind === "some");
}

/** Every set of filters that one row can pass while it fails the others. */
function kindsOfRows(filters: readonly Formula[], effort: Effort): Passed[] {
  let kinds: { readonly passed: Passed; readonly formula: Formula }[] = [
    { passed: [], formula: constant(true) },
  ];
  for (const filter of filters) {
    kinds = kinds.flatMap(({ passed, formula }) =>
      [true, false].flatMap((passes) => {
        const further = both(formula, passes ? filter : not(filter));
        return never(further, effort) ? [] : [{ passed: [...passed, passes], formula: further }];
      }),
    );
  }
  return kinds.map(({ passed }) => passed);
}

/** What lists of such rows show: no row at all, and rows of any kinds together. */
function mixtures(kinds: readonly Passed[]): Passed[] {
  const width = kinds[0]?.length ?? 0;
  const found = new Map<string, Passed>([["", Array.from({ length: width }, () => false)]]);
  for (const kind of kinds) {
    for (const other of [...found.values()]) {
      const mixed = kind.map((passes, index) => passes || other[index] === true);
      found.set(mixed.map(Number).join(""), mixed);
    }
  }
  return [...found.values()];
}
