import { mapChoice } from "./map-choice.ts";
import { type Schema, whereTypeIs } from "./schema.ts";

export type Definitions = Readonly<Record<string, Schema>>;

/**
 * The schema of a format as an editor needs it: without the names that types are made of, and with a choice by what
 * stands there in place of every anyOf. Of an anyOf that nothing fits an editor shows the complaint of any one
 * alternative, mostly not of the one that was meant.
 */
export function forEditors(format: Schema): Schema {
  const { $id: _, ...sharpened } = sharpen(format, (format.definitions ?? {}) as Definitions);
  return sharpened;
}

function sharpen(schema: Schema, definitions: Definitions): Schema {
  const entries = Object.entries(schema).flatMap(([key, value]) => {
    // A title that is a map belongs to a key called title.
    if (key === "anyOf" || (key === "title" && typeof value === "string")) return [];
    return [[key, inside(value, definitions)]];
  });
  const rest: Schema = Object.fromEntries(entries);
  return Array.isArray(schema.anyOf) ? { ...rest, ...choice(schema.anyOf, definitions) } : rest;
}

function inside(value: unknown, definitions: Definitions): unknown {
  if (Array.isArray(value)) return value.map((each) => inside(each, definitions));
  return isSchema(value) ? sharpen(value, definitions) : value;
}

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

/** One of these, chosen by the type of the value, and among maps by a key. */
function choice(alternatives: readonly Schema[], definitions: Definitions): Schema {
  const all = alternatives.flatMap((each) => flattened(each, definitions));
  const of = (kind: Kind) => all.filter((each) => kindOf(target(each, definitions)) === kind);
  const [scalar] = of("scalar");
  const [array] = of("array");
  const maps = of("map");
  const map = maps.length === 0 ? undefined : mapChoice(maps, (each) => target(each, definitions));
  let chosen = scalar ?? array ?? map ?? {};
  if (array !== undefined && chosen !== array) chosen = whereTypeIs("array", array, chosen);
  if (map !== undefined && chosen !== map) chosen = whereTypeIs("object", map, chosen);
  return { ...offered(scalar, definitions), ...chosen };
}

/** Alternatives of alternatives stand among the others; each is sharpened where it is defined. */
function flattened(schema: Schema, definitions: Definitions): Schema[] {
  const { anyOf } = lookedUp(schema, definitions);
  if (Array.isArray(anyOf)) return anyOf.flatMap((each: Schema) => flattened(each, definitions));
  return [schema.$ref === undefined ? sharpen(schema, definitions) : schema];
}

const lookedUp = (schema: Schema, definitions: Definitions): Schema =>
  definitions[String(schema.$ref).replace("#/definitions/", "")] ?? schema;

const target = (schema: Schema, definitions: Definitions): Schema =>
  sharpen(lookedUp(schema, definitions), definitions);

type Kind = "scalar" | "array" | "map";

function kindOf({ type, properties, items }: Schema): Kind {
  if (type === "object" || properties !== undefined) return "map";
  return type === "array" || items !== undefined ? "array" : "scalar";
}

/** An editor offers the values at the top of a schema, and not those behind a choice. */
function offered(scalar: Schema | undefined, definitions: Definitions): Schema {
  const values = scalar === undefined ? undefined : target(scalar, definitions).enum;
  if (!Array.isArray(values)) return {};
  return { defaultSnippets: values.map((value) => ({ label: String(value), body: value })) };
}
