import type { Condition, Operand } from "../../condition.ts";
import type { FactDefinition } from "../rulebook.ts";
import type { Known } from "./reads-dates.ts";

/**
 * Whether a condition could come to ask for the time of the collection, whatever an example gives. For most rules it
 * cannot, and then nobody has to look at each of their examples.
 */
export function mayReadDates(known: Known): (condition: Condition) => boolean {
  const dated = new Map<string, boolean>();
  /** What is reckoned already, or is being reckoned further out, adds nothing. */
  const once = (name: string, reckon: () => boolean): boolean => {
    const before = dated.get(name);
    if (before !== undefined) return before;
    dated.set(name, false);
    const found = reckon();
    dated.set(name, found);
    return found;
  };
  const inOperand = (operand: Operand): boolean => {
    if (operand.kind === "duration") return true;
    if (operand.kind === "fact") return ofFact(operand.fact);
    return operand.kind === "list" && (known.lists.get(operand.list)?.closedUntil ?? null) !== null;
  };
  const inCondition = (condition: Condition): boolean => {
    switch (condition.kind) {
      case "all":
      case "any":
        return condition.of.some(inCondition);
      case "not":
        return inCondition(condition.of);
      case "test":
        return inOperand(condition.operand) || ofFact(condition.subject);
      case "rule": {
        const when = known.whenOf(condition.rule);
        return when !== null && once(`rule.${condition.rule}`, () => inCondition(when));
      }
      case "every":
        return ofFact(condition.list) || inCondition(condition.among) || inCondition(condition.where);
      default:
        return ofFact(condition.list) || (condition.where !== null && inCondition(condition.where));
    }
  };
  const ofFact = (name: string): boolean =>
    once(name, () => {
      const fact = known.facts.get(name);
      return fact !== undefined && (fact.derived !== null || hasDatedField(fact));
    });
  return inCondition;
}

/** Of a fact that follows from others nobody has to look any further: it may well be dated. */
const hasDatedField = (fact: FactDefinition): boolean =>
  fact.kind === "list" && Object.values(fact.fields).some(({ derived }) => derived?.kind === "days-until");
