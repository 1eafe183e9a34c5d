import type { OperatorName } from "../../schemas/operators.ts";
import { compilePattern } from "../../schemas/values/pattern.ts";
import { foldText } from "../../schemas/values/text-equal.ts";
import type { Truth } from "../truth.ts";

export type TextOperator = Extract<OperatorName, "contains" | "starts-with" | "ends-with" | "matches">;

/** Does the text contain, start with, end with or match the other one? */
export function textTest(operator: TextOperator, text: string, wanted: string, exact: boolean): Truth {
  if (operator === "matches") return patternTest(text, wanted, exact);
  const [whole, part] = exact ? [text, wanted] : [foldText(text), foldText(wanted)];
  if (operator === "contains") return whole.includes(part);
  return operator === "starts-with" ? whole.startsWith(part) : whole.endsWith(part);
}

function patternTest(text: string, source: string, exact: boolean): Truth {
  const pattern = compilePattern(source, { exact });
  if (!pattern.ok)
    throw new Error(`The pattern ${source} passed the checks and does not compile: ${pattern.why}`);
  return pattern.value.test(text);
}
