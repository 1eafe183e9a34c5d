import type { FixStep } from "../../schemas/generated/types.ts";
import type { Step } from "./block.ts";

/** Steps with their numbers in the whole plan; `before` steps stand above them. */
export function fixSteps(fix: readonly FixStep[], before: number): readonly Step[] {
  return fix.map((step, index) => ({
    kind: "step",
    number: before + index + 1,
    ...(step.if === undefined ? {} : { condition: conditionText(step.if) }),
    text: step.do.trim(),
    ...(step.who === undefined || step.who.trim() === "" ? {} : { who: step.who }),
    ...(step.run === undefined ? {} : { commands: step.run }),
    remarks: remarks(step),
  }));
}

/** "If the certificate lies in the user store, which is not known here:" */
function conditionText(words: string): string {
  const plain = words.trim();
  const sentence = plain.endsWith(".") || plain.endsWith(":") ? plain.slice(0, -1) : plain;
  return `If ${sentence}, which is not known here:`;
}

function remarks(step: FixStep): Step["remarks"] {
  const all = [
    { name: "Expect", text: step.expect ?? "" },
    { name: "Risk", text: step.risk ?? "" },
  ];
  return all.filter(({ text }) => text.trim() !== "");
}
