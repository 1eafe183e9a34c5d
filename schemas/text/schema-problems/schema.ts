/** The part of JSON Schema (draft 7) that schemas/formats/ uses. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly not?: { readonly const?: unknown };
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: { readonly pattern?: string };
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** What a value is, in the words of JSON Schema. */
export type Kind = "string" | "number" | "boolean" | "null" | "array" | "object";

export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return kindOfScalar(value);
  }
  return "object";
}

function kindOfScalar(value: string | number | boolean): Kind {
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "boolean";
}

/** The kinds that a schema admits; null where it admits any. */
export function admittedKinds(schema: Schema): readonly string[] | null {
  if (schema.type !== undefined) return typeof schema.type === "string" ? [schema.type] : schema.type;
  if (schema.enum !== undefined) return [...new Set(schema.enum.map(kindOf))];
  return schema.const === undefined ? null : [kindOf(schema.const)];
}

export function admitsKind(schema: Schema, value: unknown): boolean {
  const kinds = admittedKinds(schema);
  if (kinds === null) return true;
  return kinds.includes(kindOf(value)) || (kinds.includes("integer") && Number.isInteger(value));
}
