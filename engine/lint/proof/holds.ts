import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { Literal, Test } from "../../condition.ts";
import { textTest } from "../../evaluate/compare-texts.ts";
import { sameness } from "../../facts/normal-form.ts";

/** Whether a test with constants holds for a value that is known; ordering is for those who order. */
export function holdsFor({ operator, operand }: Test, value: Literal, type: ScalarType): boolean {
  if (operand.kind === "yes-no") return (value !== null) === operand.yes;
  if (operand.kind !== "values") throw new Error(`The operator ${operator} does not compare with constants.`);
  const isSame = (each: Literal) => sameness(each, type) === sameness(value, type);
  switch (operator) {
    case "is":
    case "one-of":
      return operand.values.some(isSame);
    case "is-not":
      return !operand.values.some(isSame);
    case "contains":
    case "starts-with":
    case "ends-with":
    case "matches":
      return (
        typeof value === "string" &&
        operand.values.some((part) => textTest(operator, value, String(part), false) === true)
      );
    default:
      throw new Error(`The operator ${operator} does not compare one by one.`);
  }
}
