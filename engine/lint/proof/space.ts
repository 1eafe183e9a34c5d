import type { Condition, Operand, Test } from "../../condition.ts";
import type {
  Cases,
  FactDefinition,
  FieldDefinition,
  ScalarFact,
  ScalarShape,
} from "../../rulebook/rulebook.ts";
import { both, constant, either, type Formula, not } from "./formula.ts";
import { holdsFor } from "./holds.ts";
import type { Effort } from "./satisfiable.ts";
import { createVariables, type Variables } from "./variables.ts";

/** What conditions may speak of. */
export interface Known {
  fact(name: string): FactDefinition | undefined;
  whenOf(rule: string): Condition | undefined;
  readonly effort: Effort;
}

/**
 * Turns conditions into formulas over the same variables, for a world in which everything is known. What is not seen
 * through stays free, so that a proof holds in more worlds than there are, and never in fewer.
 */
export interface Space {
  read(condition: Condition): Formula;
}

/** Conditions of rules and derived facts that are followed in one space. */
const mostFollowed = 32;

interface Reading {
  readonly known: Known;
  readonly variables: Variables;
  followed: number;
}

export function openSpace(known: Known): Space {
  const reading: Reading = { known, variables: createVariables(known.effort), followed: 0 };
  const formulas = new Map<Condition, Formula>();
  return {
    read(condition) {
      const before = formulas.get(condition);
      if (before !== undefined) return before;
      const formula = read(condition, reading);
      formulas.set(condition, formula);
      return formula;
    },
  };
}

function read(condition: Condition, reading: Reading): Formula {
  reading.known.effort.left--;
  switch (condition.kind) {
    case "all":
    case "any":
      return { kind: condition.kind, of: condition.of.map((part) => read(part, reading)) };
    case "not":
      return not(read(condition.of, reading));
    case "rule": {
      const matches = follow(reading.known.whenOf(condition.rule), `rule ${condition.rule}`, reading);
      return condition.verdict === "matches" ? matches : not(matches);
    }
    case "test":
      return readTest(condition, reading);
    default: {
      const list = reading.known.fact(condition.list);
      const fields = list?.kind === "list" ? list.fields : {};
      // A space of its own: each row has its own values, and they have nothing to do with each other.
      const variables = createVariables(reading.known.effort);
      return reading.variables.rows(condition, (where) => readRow(where, fields, reading.known, variables));
    }
  }
}

/** The condition behind a rule or case; what is too far away stays free under its name. */
function follow(condition: Condition | undefined, name: string, reading: Reading): Formula {
  reading.followed++;
  return condition === undefined || reading.followed > mostFollowed
    ? reading.variables.free(name)
    : read(condition, reading);
}

function readTest(test: Test, reading: Reading): Formula {
  const { known, variables } = reading;
  const fact = scalarIn(known, test.subject);
  if (fact === undefined) return variables.free(JSON.stringify(test));
  if (fact.derived?.kind === "cases" && isJudgedOneByOne(test, fact) && reading.followed < mostFollowed)
    return readCases(test, fact, fact.derived, reading);
  const range = fact.derived?.kind === "count" ? "counted" : "any";
  return variables.test(test, { shape: fact, range }, (operand) => shapeOf(operand, known, {}));
}

const oneByOne: ReadonlySet<string> = new Set([
  "is",
  "is-not",
  "one-of",
  "contains",
  "starts-with",
  "ends-with",
  "matches",
  "set",
]);

const isJudgedOneByOne = ({ operator, operand, exact }: Test, { type }: ScalarShape): boolean =>
  oneByOne.has(operator) &&
  (operand.kind === "values" || operand.kind === "yes-no") &&
  exact !== true &&
  type !== "timestamp";

/** A test on a fact by cases: in each case its value is known. */
function readCases(test: Test, shape: ScalarShape, cases: Cases, reading: Reading): Formula {
  let rest = cases.exhaustive
    ? constant(holdsFor(test, cases.otherwise, shape.type))
    : reading.variables.free(JSON.stringify(test));
  for (const { when, value } of cases.cases.toReversed()) {
    const isCase = follow(when, JSON.stringify(when), reading);
    rest = holdsFor(test, value, shape.type) ? either(isCase, rest) : both(not(isCase), rest);
  }
  return rest;
}

type Fields = Readonly<Record<string, FieldDefinition>>;

/** A condition on one row, which holds tests and groups only. */
function readRow(condition: Condition, fields: Fields, known: Known, variables: Variables): Formula {
  switch (condition.kind) {
    case "all":
    case "any":
      return {
        kind: condition.kind,
        of: condition.of.map((part) => readRow(part, fields, known, variables)),
      };
    case "not":
      return not(readRow(condition.of, fields, known, variables));
    case "test": {
      const shape = Object.hasOwn(fields, condition.subject) ? fields[condition.subject] : undefined;
      if (shape === undefined) return variables.free(JSON.stringify(condition));
      return variables.test(condition, { shape, range: "any" }, (operand) => shapeOf(operand, known, fields));
    }
    default:
      return variables.free(JSON.stringify(condition));
  }
}

function shapeOf(operand: Operand, known: Known, fields: Fields): ScalarShape | undefined {
  if (operand.kind === "fact") return scalarIn(known, operand.fact);
  return operand.kind === "field" && Object.hasOwn(fields, operand.field) ? fields[operand.field] : undefined;
}

function scalarIn(known: Known, name: string): ScalarFact | undefined {
  const fact = known.fact(name);
  return fact?.kind === "scalar" ? fact : undefined;
}
