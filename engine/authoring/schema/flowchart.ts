import format from "../../../schemas/generated/formats/flowchart.schema.json" with { type: "json" };
import type { FlowchartNode, Rulebook } from "../../rulebook/rulebook.ts";
import { forEditors } from "./alternatives.ts";
import { conditionFile } from "./conditions.ts";
import { type Name, someName } from "./names.ts";
import { type Schema, whereTypeIs } from "./schema.ts";

/** The step that follows an action. By its bare name linters take an object with it for a promise. */
const next = "then";

/**
 * Flowcharts: with the rules and charts of the pack. Steps are offered only, those of all charts: a new one counts as
 * soon as it is written.
 */
export function flowchartSchema({ flowcharts }: Rulebook): Schema {
  const base = forEditors(format);
  const charts = Object.values(flowcharts?.charts ?? {});
  const steps = distinct(
    charts.flatMap((chart) =>
      Object.values(chart.steps).map((step) => ({ name: step.id, about: inWords(step) })),
    ),
  );
  const names = charts.map(({ id, title }) => ({ name: id, about: title }));
  const { question, action, end } = base.definitions as Readonly<Record<string, Schema>>;
  const { "if-yes": ifYes, "if-no": ifNo } = format.definitions.question.properties;
  const arrow = ({ description }: { readonly description: string }) => arrowTo(steps, names, description);
  return {
    ...base,
    properties: {
      ...(base.properties as object),
      start: someName(steps, format.properties.start.description),
    },
    definitions: {
      ...(base.definitions as object),
      rules: {
        ...format.definitions.rules,
        items: { $ref: `${conditionFile}#/definitions/rules` },
      },
      question: withProperties(question, { "if-yes": arrow(ifYes), "if-no": arrow(ifNo) }),
      action: withProperties(action, { [next]: arrow(format.definitions.action.properties[next]) }),
      end: withProperties(end, {}),
    },
  };
}

/** A step by its id, or a map that names another chart. Behind a choice an editor offers nothing, so the names come first. */
function arrowTo(steps: readonly Name[], charts: readonly Name[], description: string): Schema {
  const { title: _, ...chartArrow } = format.definitions.chartArrow;
  const { chart } = chartArrow.properties;
  const map = { ...chartArrow, properties: { chart: someName(charts, chart.description) } };
  return {
    description,
    anyOf: [...steps.map(({ name, about }) => ({ const: name, description: about })), {}],
    ...whereTypeIs("object", map, { type: "string" }),
  };
}

/** Charts may have steps of the same name; the first one's meaning is shown. */
function distinct(names: readonly Name[]): readonly Name[] {
  return [...new Map(names.toReversed().map((each) => [each.name, each])).values()].toReversed();
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
