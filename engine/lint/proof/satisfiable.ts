import type { Truth } from "../../truth.ts";
import { constant, type Formula } from "./formula.ts";
import type { Variable } from "./variable.ts";

/** How much reckoning is left for all proofs of one run, in steps. It is used up, and nothing more is proved then. */
export interface Effort {
  left: number;
}

/** A pack of a thousand rules needs some hundred thousand steps. */
export const fullEffort = (): Effort => ({ left: 1_500_000 });

/** Steps for one formula; who has not found the answer by then does not give one. */
const mostSteps = 100_000;

/**
 * Can the formula hold? `false` is proved: every way is looked at, also some that the world does not know. `unknown`
 * where that would take too long.
 */
export function satisfiable(formula: Formula, effort: Effort): Truth {
  const own: Effort = { left: Math.min(mostSteps, effort.left) };
  const before = own.left;
  const truth = search(
    rebuilt(formula, (question) => question, own),
    own,
  );
  effort.left -= before - Math.max(0, own.left);
  return truth;
}

/** Proved to be so in every world. */
export const never = (formula: Formula, effort: Effort): boolean => satisfiable(formula, effort) === false;

function search(formula: Formula, effort: Effort): Truth {
  if (formula.kind === "constant") return formula.holds;
  const variable = firstVariable(formula);
  if (variable === undefined) return "unknown";
  let result: Truth = false;
  for (const way of variable.ways() ?? []) {
    if (effort.left <= 0) return "unknown";
    const found = search(given(formula, variable, way, effort), effort);
    if (found === true) return true;
    if (found === "unknown") result = "unknown";
  }
  return result;
}

/** The first variable whose ways can be told. */
function firstVariable(formula: Formula): Variable | undefined {
  switch (formula.kind) {
    case "constant":
      return undefined;
    case "question":
      return formula.variable.ways() === null ? undefined : formula.variable;
    case "not":
      return firstVariable(formula.of);
    default:
      for (const part of formula.of) {
        const variable = firstVariable(part);
        if (variable !== undefined) return variable;
      }
      return undefined;
  }
}

/** What is left of the formula when the variable is in one way. Parts without it stay the same objects. */
function given(formula: Formula, variable: Variable, way: readonly boolean[], effort: Effort): Formula {
  const answer = (question: Question) =>
    question.variable === variable ? constant(way[question.number] ?? false) : question;
  return rebuilt(formula, answer, effort);
}

type Question = Extract<Formula, { kind: "question" }>;
type Answer = (question: Question) => Formula;

function rebuilt(formula: Formula, answer: Answer, effort: Effort): Formula {
  effort.left--;
  switch (formula.kind) {
    case "constant":
      return formula;
    case "question":
      return answer(formula);
    case "not": {
      const of = rebuilt(formula.of, answer, effort);
      if (of.kind === "constant") return constant(!of.holds);
      return of === formula.of ? formula : { kind: "not", of };
    }
    default:
      return rebuiltGroup(formula, answer, effort);
  }
}

function rebuiltGroup(
  group: Extract<Formula, { kind: "all" | "any" }>,
  answer: Answer,
  effort: Effort,
): Formula {
  const decides = group.kind === "any";
  const left: Formula[] = [];
  let isSame = true;
  for (const part of group.of) {
    const of = rebuilt(part, answer, effort);
    if (of !== part) isSame = false;
    if (of.kind !== "constant") left.push(of);
    else if (of.holds === decides) return of;
  }
  const [only] = left;
  if (only === undefined) return constant(!decides);
  if (left.length === 1) return only;
  return isSame && left.length === group.of.length ? group : { kind: group.kind, of: left };
}
