import asks from "../../generated/formats/asks.schema.json" with { type: "json" };
import caseFile from "../../generated/formats/case.schema.json" with { type: "json" };
import catalogue from "../../generated/formats/catalogue.schema.json" with { type: "json" };
import condition from "../../generated/formats/condition.schema.json" with { type: "json" };
import factFile from "../../generated/formats/fact-file.schema.json" with { type: "json" };
import flowchart from "../../generated/formats/flowchart.schema.json" with { type: "json" };
import lists from "../../generated/formats/lists.schema.json" with { type: "json" };
import pack from "../../generated/formats/pack.schema.json" with { type: "json" };
import rule from "../../generated/formats/rule.schema.json" with { type: "json" };
import type { Schema } from "./schema.ts";

const formats: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ["asks", asks],
  ["case", caseFile],
  ["catalogue", catalogue],
  ["condition", condition],
  ["fact-file", factFile],
  ["flowchart", flowchart],
  ["lists", lists],
  ["pack", pack],
  ["rule", rule],
]);

/** A schema, and the name of the format that its local references point into. */
export interface Located {
  readonly schema: Schema;
  readonly format: string;
}

/** The schema of a format, or one of its definitions. */
export function schemaOf(format: string, definition?: string): Located {
  const root = formats.get(format);
  const schema = definition === undefined ? root : root?.definitions?.[definition];
  if (schema === undefined) throw new Error(`There is no schema ${format}#${definition ?? ""}.`);
  return { schema, format };
}

/** Follows references; words that stand beside a reference win over those at its target. */
export function resolved({ schema, format }: Located): Located {
  if (schema.$ref === undefined) return { schema, format };
  const [file = "", definition] = schema.$ref.split("#/definitions/");
  const target = resolved(schemaOf(file === "" ? format : file.replace(".schema.json", ""), definition));
  if (schema.description === undefined) return target;
  return { ...target, schema: { ...target.schema, description: schema.description } };
}
