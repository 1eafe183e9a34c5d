import { nearest } from "../nearest.ts";
import type { ValuePath } from "../positions.ts";
import { bestBranch } from "./best-branch.ts";
import { formInWords } from "./form-in-words.ts";
import { type Located, resolved } from "./formats.ts";
import type { Misfit } from "./misfit.ts";
import { nounOf } from "./nouns.ts";
import { admitsKind, admittedKinds, type Schema } from "./schema.ts";

/** Every place where a value does not fit its schema: one mistake gives one misfit. */
export function findMisfits(value: unknown, located: Located, path: ValuePath): Misfit[] {
  const { schema, format } = resolved(located);
  const about = { path, meaning: schema.description };
  if (schema.anyOf) return bestBranch(value, { schema, format }, path, findMisfits);
  if (!admitsKind(schema, value)) {
    return [{ ...about, kind: "wrong-type", wanted: admittedKinds(schema) ?? [], value }];
  }
  const allOf = (schema.allOf ?? []).flatMap((part) =>
    findMisfits(value, { schema: withMeaning(part, schema.description), format }, path),
  );
  return [...allOf, ...ofConstants(value, schema, about), ...ofContent(value, { schema, format }, path)];
}

const withMeaning = (schema: Schema, description: string | undefined): Schema =>
  description === undefined ? schema : { ...schema, description };

interface About {
  readonly path: ValuePath;
  readonly meaning: string | undefined;
}

function ofConstants(value: unknown, schema: Schema, about: About): Misfit[] {
  const possible = schema.enum ?? (schema.const === undefined ? null : [schema.const]);
  if (possible !== null && !possible.includes(value)) {
    return [{ ...about, kind: "unknown-value", possible: possible.map(String), value }];
  }
  return schema.not !== undefined && schema.not.const === value
    ? [{ ...about, kind: "forbidden-value", value }]
    : [];
}

function ofContent(value: unknown, located: Located, path: ValuePath): Misfit[] {
  const about = { path, meaning: located.schema.description };
  if (typeof value === "string") return ofText(value, located.schema, about);
  if (typeof value === "number") return ofNumber(value, located.schema, about);
  if (Array.isArray(value)) return ofItems(value, located, path);
  return value === null || typeof value !== "object"
    ? []
    : ofKeys(new Map(Object.entries(value)), located, path);
}

function ofText(value: string, schema: Schema, about: About): Misfit[] {
  const length = [...value].length;
  const least = schema.minLength ?? 0;
  if (length < least)
    return [length === 0 ? { ...about, kind: "empty" } : { ...about, kind: "too-short", least, value }];
  if (schema.maxLength !== undefined && length > schema.maxLength) {
    return [
      { ...about, kind: "too-much", most: `${schema.maxLength} characters`, found: `${length} characters` },
    ];
  }
  const fits = schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value);
  return fits ? [] : [{ ...about, kind: "wrong-form", value, form: formInWords(schema) }];
}

function ofNumber(value: number, schema: Schema, about: About): Misfit[] {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity } = schema;
  const fits = value >= minimum && value <= maximum && value > exclusiveMinimum;
  return fits ? [] : [{ ...about, kind: "wrong-form", value, form: formInWords(schema) }];
}

function ofItems(items: readonly unknown[], { schema, format }: Located, path: ValuePath): Misfit[] {
  if (items.length < (schema.minItems ?? 0)) return [{ path, meaning: schema.description, kind: "empty" }];
  const each = schema.items;
  if (each === undefined) return [];
  const told = { schema: withMeaning(each, each.description ?? schema.description), format };
  return items.flatMap((item, index) => findMisfits(item, told, [...path, index]));
}

function ofKeys(value: ReadonlyMap<string, unknown>, located: Located, path: ValuePath): Misfit[] {
  const { schema } = located;
  const about = { path, meaning: schema.description };
  if (value.size < (schema.minProperties ?? 0)) return [{ ...about, kind: "empty" }];
  if (schema.maxProperties !== undefined && value.size > schema.maxProperties) {
    return [{ ...about, kind: "too-much", most: `${schema.maxProperties}`, found: `${value.size} keys` }];
  }
  const inside = [...value].flatMap(([key, each]) => ofKey(key, each, located, path));
  return [...ofKeyNames(value, located, path), ...ofKeyForms(value, schema, path), ...inside];
}

/** Where any key may stand, one that is not fit for it may be a misspelt word of the format. */
function ofKey(key: string, value: unknown, { schema, format }: Located, path: ValuePath): Misfit[] {
  const own = schemaOfKey(key, schema);
  const misfits = own === null ? [] : findMisfits(value, { schema: own, format }, [...path, key]);
  const words = Object.keys(schema.properties ?? {});
  const [instead] = misfits.length === 0 || words.includes(key) ? [] : nearest(key, words, 1);
  if (instead === undefined) return misfits;
  return [
    {
      path: [...path, key],
      meaning: undefined,
      kind: "unknown-key",
      key,
      of: nounOf(schema, path),
      possible: words,
      instead,
    },
  ];
}

function schemaOfKey(key: string, { properties = {}, additionalProperties }: Schema): Schema | null {
  if (Object.hasOwn(properties, key)) return properties[key] ?? null;
  return typeof additionalProperties === "object" ? additionalProperties : null;
}

function ofKeyForms(value: ReadonlyMap<string, unknown>, schema: Schema, path: ValuePath): Misfit[] {
  const { pattern } = schema.propertyNames ?? {};
  if (pattern === undefined) return [];
  const form = new RegExp(pattern, "u");
  const misnamed = [...value.keys()].filter((key) => !form.test(key));
  return misnamed.map((key) => ({ path: [...path, key], meaning: undefined, kind: "wrong-key-form", key }));
}

/** Keys that are not known and keys that are missing; a misspelt key is both, and told once. */
function ofKeyNames(value: ReadonlyMap<string, unknown>, { schema }: Located, path: ValuePath): Misfit[] {
  const { properties = {}, required = [] } = schema;
  const of = nounOf(schema, path);
  const unknown = [...value.keys()].filter(
    (key) => schema.additionalProperties === false && !Object.hasOwn(properties, key),
  );
  const missing = new Set(required.filter((key) => !value.has(key)));
  const possible = Object.keys(properties).filter((key) => !value.has(key));
  const misfits: Misfit[] = unknown.map((key) => {
    const [meant = null] = nearest(key, possible, 1);
    const only = unknown.length === 1 && missing.size === 1 ? ([...missing][0] ?? null) : null;
    const instead = meant ?? only;
    if (instead !== null) missing.delete(instead);
    return { path: [...path, key], meaning: undefined, kind: "unknown-key", key, of, possible, instead };
  });
  for (const key of missing)
    misfits.push({ path, meaning: properties[key]?.description, kind: "missing-key", key, of });
  return misfits;
}
