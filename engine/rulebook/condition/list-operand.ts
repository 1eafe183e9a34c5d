import type { OperatorName } from "../../../schemas/operators.ts";
import type { Operand } from "../../condition.ts";
import type { Spot } from "../parse/document.ts";
import { didYouMean, quoted, typeInWords } from "../words.ts";
import type { Scope, Subject } from "./scope.ts";

/** `{ list: name }` behind in and not-in. */
export function listOperand(
  operator: OperatorName,
  name: string,
  subject: Subject,
  spot: Spot,
  { declared, findings }: Scope,
): Operand | null {
  const { known, isDamaged } = declared.lists;
  const list = known.get(name);
  if (list === undefined) {
    const hint = didYouMean(name, [...known.keys()], "Lists stand in lists.yaml of the pack.");
    if (!isDamaged(name))
      findings.problem(spot, "unknown-list", `There is no list called ${quoted(name)}.`, hint);
    return null;
  }
  if (list.type !== subject.shape.type) {
    const message = `${quoted(subject.name)} (${typeInWords(subject.shape)}) cannot be in ${quoted(name)}, a list of the type ${list.type}.`;
    findings.problem(spot, "list-type-differs", message, `Use a list of the type ${subject.shape.type}.`);
    return null;
  }
  if (operator === "not-in" && list.closedUntil === null) {
    const hint =
      "Let lists.yaml say closed-as-of and good-for if it holds every value there is; else only in can be used.";
    findings.problem(
      spot,
      "open-list-denied",
      `${quoted(name)} is not a closed list, so that nobody can say what is not in it.`,
      hint,
    );
    return null;
  }
  return { kind: "list", list: name };
}
