import format from "../../../schemas/generated/formats/flowchart.schema.json" with { type: "json" };
import type { FlowchartNode, Rulebook } from "../../rulebook/rulebook.ts";
import { forEditors } from "./alternatives.ts";
import { conditionFile } from "./conditions.ts";
import { someName } from "./names.ts";
import type { Schema } from "./schema.ts";

/** The step that follows an action. By its bare name linters take an object with it for a promise. */
const next = "then";

/** Flowcharts: with the rules of the pack. Steps are offered only: a new one counts as soon as it is written. */
export function flowchartSchema({ flowchart }: Rulebook): Schema {
  const base = forEditors(format);
  const steps = Object.values(flowchart?.steps ?? {}).map((step) => ({
    name: step.id,
    about: inWords(step),
  }));
  const { question, action, end } = base.definitions as Readonly<Record<string, Schema>>;
  const { "if-yes": ifYes, "if-no": ifNo } = format.definitions.question.properties;
  const step = ({ description }: { readonly description: string }) => someName(steps, description);
  return {
    ...base,
    properties: { ...(base.properties as object), start: step(format.properties.start) },
    definitions: {
      ...(base.definitions as object),
      rules: {
        ...format.definitions.rules,
        items: { $ref: `${conditionFile}#/definitions/rules` },
      },
      question: withProperties(question, { "if-yes": step(ifYes), "if-no": step(ifNo) }),
      action: withProperties(action, { [next]: step(format.definitions.action.properties[next]) }),
      end: withProperties(end, {}),
    },
  };
}

function withProperties(map: Schema | undefined, properties: Readonly<Record<string, Schema>>): Schema {
  return { ...map, properties: { ...(map?.properties as object), ...properties } };
}

function inWords(step: FlowchartNode): string {
  switch (step.kind) {
    case "question":
      return step.ask;
    case "action":
      return step.do;
    case "end":
      return step.end;
  }
}
