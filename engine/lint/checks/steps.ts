import { inside, keyOf, rootOf } from "../../rulebook/parse/document.ts";
import type { FlowchartNode } from "../../rulebook/rulebook.ts";
import { neverTogether } from "../conflict.ts";
import type { Study } from "../study.ts";

/** Whether each question of a flowchart can have both answers. */
export function checkSteps(study: Study): void {
  for (const document of study.sources.flowcharts.filter(study.isLinted)) {
    const steps = stepsOf(document.value.id ?? "", study);
    for (const [index, { id }] of (document.value.steps ?? []).entries()) {
      const step = Object.hasOwn(steps, id) ? steps[id] : undefined;
      if (step?.kind !== "question") continue;
      const spot = keyOf(inside(rootOf(document), "steps", index), "when");
      const tell = (code: "never-holds" | "always-holds", arrow: string, answer: string) => {
        const message = `The answer to this step is always ${answer}, so nobody follows ${arrow}.`;
        study.tell(spot, code, message, "Change the condition, or make an action of the step.");
      };
      if (neverTogether([step.when], study.known)) tell("never-holds", "if-yes", "no");
      else if (neverTogether([{ kind: "not", of: step.when }], study.known))
        tell("always-holds", "if-no", "yes");
    }
  }
}

function stepsOf(chart: string, { rulebook }: Study): Readonly<Record<string, FlowchartNode>> {
  const charts = rulebook.flowcharts?.charts ?? {};
  return (Object.hasOwn(charts, chart) ? charts[chart]?.steps : undefined) ?? {};
}
