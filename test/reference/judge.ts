import type { Condition, RowsTest } from "../../engine/condition.ts";
import { allOf, anyOf, negate, type Truth } from "../../engine/truth.ts";
import type { Row, Scope } from "./known.ts";
import { ofFacts, ofRow } from "./subjects.ts";
import { judgeTest, type Subjects } from "./test.ts";

/** Kleene's strong logic over facts. */
export function judge(condition: Condition, scope: Scope): Truth {
  return judgeWith(condition, ofFacts(scope), scope);
}

/** A condition on one row. */
export function judgeRow(where: Condition | null, list: string, row: Row, scope: Scope): Truth {
  return where === null ? true : judgeWith(where, ofRow(list, row, scope), scope);
}

function judgeWith(condition: Condition, subjects: Subjects, scope: Scope): Truth {
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map((part) => judgeWith(part, subjects, scope)));
    case "any":
      return anyOf(condition.of.map((part) => judgeWith(part, subjects, scope)));
    case "not":
      return negate(judgeWith(condition.of, subjects, scope));
    case "test":
      return judgeTest(condition, subjects, scope);
    case "rule": {
      const verdict = scope.verdict(condition.rule);
      return condition.verdict === "matches" ? verdict : negate(verdict);
    }
    default:
      return judgeRows(condition, scope);
  }
}

function judgeRows(test: RowsTest, scope: Scope): Truth {
  if (test.kind !== "every") {
    const truth = someRow(test.list, test.where, scope);
    return test.kind === "some" ? truth : negate(truth);
  }
  const { list, among, where } = test;
  const offends: Condition = { kind: "all", of: [among, { kind: "not", of: where }] };
  return allOf([someRow(list, among, scope), negate(someRow(list, offends, scope))]);
}

/** Whether a row fits. It is false only if no row does and none that nobody saw could. */
function someRow(list: string, where: Condition | null, scope: Scope): Truth {
  const rows = scope.rowsOf(list);
  if (rows === null) return "unknown";
  const seen = anyOf(rows.map((row) => allOf([row.certain || "unknown", judgeRow(where, list, row, scope)])));
  if (seen !== false) return seen;
  for (const _ of scope.furtherRows(list, where)) return "unknown";
  return false;
}
