import type { Formula } from "./formula.ts";
import type { Variable } from "./variable.ts";

type Group = Extract<Formula, { kind: "all" | "any" }>;

/**
 * Do the parts of a formula have nothing to do with each other, so that each can hold and fail whatever the others
 * do? Then it can hold and fail by any of them, and nothing is left to prove. Most rules are like that.
 */
export function isLoose(formula: Formula): boolean {
  return looseVariables(formula) !== null;
}

/** The variables of a loose formula; null if it is not loose, as far as is seen at a glance. */
function looseVariables(formula: Formula): ReadonlySet<Variable> | null {
  switch (formula.kind) {
    case "constant":
      return null;
    case "not":
      return looseVariables(formula.of);
    case "question":
      return hasBothAnswers(formula, formula.variable) ? new Set([formula.variable]) : null;
    default:
      return ofGroup(formula);
  }
}

function ofGroup(group: Group): ReadonlySet<Variable> | null {
  const variables = new Set<Variable>();
  let shared = false;
  for (const part of group.of) {
    const own = looseVariables(part);
    if (own === null) return null;
    for (const variable of own) {
      if (variables.has(variable)) shared = true;
      variables.add(variable);
    }
  }
  const [only] = variables;
  if (!shared) return variables;
  // Alternatives about one thing can be counted out; in an all they could exclude each other.
  const isOneThing = group.kind === "any" && variables.size === 1 && only !== undefined;
  return isOneThing && hasBothAnswers(group, only) ? variables : null;
}

/** Is there a way of the variable in which the formula holds, and one in which it fails? */
function hasBothAnswers(formula: Formula, variable: Variable): boolean {
  const answers = new Set(variable.ways()?.map((way) => holdsIn(formula, way)));
  return answers.size === 2;
}

/** Of a formula about one variable. */
function holdsIn(formula: Formula, way: readonly boolean[]): boolean {
  switch (formula.kind) {
    case "constant":
      return formula.holds;
    case "question":
      return way[formula.number] ?? false;
    case "not":
      return !holdsIn(formula.of, way);
    case "all":
      return formula.of.every((part) => holdsIn(part, way));
    case "any":
      return formula.of.some((part) => holdsIn(part, way));
  }
}
