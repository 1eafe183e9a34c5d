import type { OperatorName } from "../../../schemas/operators.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";
import type { Ways } from "./variable.ts";

/** How two values lie to each other. */
type Relation = "below" | "equal" | "above" | "left-none" | "right-none" | "both-none";

/** A fact or field compared with another one. */
export function comparisonWays(
  left: ScalarShape,
  right: ScalarShape,
  operators: readonly OperatorName[],
): Ways {
  const relations: Relation[] = ["below", "equal", "above"];
  if (left.orNone) relations.push("left-none");
  if (right.orNone) relations.push("right-none");
  if (left.orNone && right.orNone) relations.push("both-none");
  return relations.map((relation) => operators.map((operator) => holds(operator, relation)));
}

/** Can the operator be answered by how the two values lie to each other? */
export const isComparison = (operator: OperatorName): boolean => Object.hasOwn(holding, operator);

const holding: Partial<Record<OperatorName, readonly Relation[]>> = {
  is: ["equal", "both-none"],
  "same-as": ["equal", "both-none"],
  "is-not": ["below", "above", "left-none", "right-none"],
  "differs-from": ["below", "above", "left-none", "right-none"],
  below: ["below"],
  before: ["below"],
  above: ["above"],
  after: ["above"],
  "at-least": ["above", "equal"],
  "at-most": ["below", "equal"],
};

const holds = (operator: OperatorName, relation: Relation): boolean =>
  holding[operator]?.includes(relation) ?? false;
