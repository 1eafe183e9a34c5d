import type { OperatorName } from "../../../schemas/operators.ts";
import type { Condition, Operand, RowsTest, Test } from "../../condition.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import { comparisonWays, isComparison } from "./comparison.ts";
import { enumeratedWays } from "./enumerated.ts";
import { type Formula, not } from "./formula.ts";
import { orderedWays, type Range } from "./ordered.ts";
import { rowsWays } from "./rows.ts";
import type { Effort } from "./satisfiable.ts";
import { textWays } from "./text.ts";
import { type Asked, createVariable, freeVariable, type Ways } from "./variable.ts";

/** The variables of one space, by what they are about. */
export interface Variables {
  /** Something of which nothing is known but that it is the same wherever it has this name. */
  free(name: string): Formula;
  test(test: Test, subject: Subject, shapeOf: (operand: Operand) => ScalarShape | undefined): Formula;
  rows(test: RowsTest, read: (where: Condition) => Formula): Formula;
}

export interface Subject {
  readonly shape: ScalarShape;
  readonly range: Range;
}

export function createVariables(effort: Effort): Variables {
  const free = new Map<string, Asked<"holds">>();
  const values = new Map<string, Asked<Test>>();
  const comparisons = new Map<string, Asked<OperatorName>>();
  const lists = new Map<string, Asked<RowsTest>>();
  const holds = (name: string): Formula =>
    question(
      kept(free, name, () => freeVariable()),
      "holds",
    );
  return {
    free: holds,
    test: (test, { shape, range }, shapeOf) => {
      const { subject, operator, operand } = test;
      if (operand.kind === "list") {
        const member = holds(`${subject} in ${operand.list}`);
        return operator === "not-in" ? not(member) : member;
      }
      if (test.exact === true || operator === "known") return holds(JSON.stringify(test));
      if (operand.kind !== "fact" && operand.kind !== "field")
        return question(
          kept(values, subject, () => createVariable((tests) => waysOf(shape, range, tests))),
          test,
        );
      const other = shapeOf(operand);
      if (other === undefined || !isComparison(operator)) return holds(JSON.stringify(test));
      const name = `${subject} with ${JSON.stringify(operand)}`;
      return question(
        kept(comparisons, name, () => createVariable((operators) => comparisonWays(shape, other, operators))),
        operator,
      );
    },
    rows: (test, read) =>
      question(
        kept(lists, test.list, () =>
          createVariable((tests: readonly RowsTest[]) => rowsWays(tests, read, effort)),
        ),
        test,
      ),
  };
}

function kept<Value>(values: Map<string, Value>, name: string, create: () => Value): Value {
  const known = values.get(name);
  if (known !== undefined) return known;
  const created = create();
  values.set(name, created);
  return created;
}

const question = <Question>(variable: Asked<Question>, asked: Question): Formula => ({
  kind: "question",
  variable,
  number: variable.ask(asked),
});

function waysOf(shape: ScalarShape, range: Range, tests: readonly Test[]): Ways | null {
  switch (shape.type) {
    case "boolean":
    case "one-of":
      return enumeratedWays(shape, tests);
    case "number":
    case "version":
    case "timestamp":
      return orderedWays(shape, range, tests);
    default:
      return textWays(shape, tests);
  }
}
