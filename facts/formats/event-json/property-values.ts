import type { EventDatum } from "../event-record.ts";

/**
 * A property as text; undefined where it says nothing. Windows PowerShell writes some values as objects that hold the
 * value: a user as `{"Value": "S-1-5-20"}`, a date as `{"value": "\/Date(...)\/"}`.
 *
 * @param json the object that it stands in, because the keywords are longer than a number of JavaScript is exact
 */
export function textOf(name: string, value: unknown, json: string): string | undefined {
  if (name === "Keywords" && typeof value === "number")
    return /(?<!\\)"Keywords"\s{0,20}:\s{0,20}(-?\d{1,19})(?!\d)/.exec(json)?.[1];
  return (scalarText(value) ?? scalarText(inner(value))) || undefined;
}

/**
 * The values of an event. They have no names here. `cut`: ConvertTo-Json went no deeper and wrote the name of the type
 * instead.
 */
export function propertiesOf(value: unknown): readonly EventDatum[] | "cut" {
  const members: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (members.some((member) => typeof member === "string" && member.startsWith("System."))) return "cut";
  return members.flatMap((member) => {
    const text = isMap(member) && "Value" in member ? valueText(member.Value) : undefined;
    return text === undefined ? [] : [{ value: text }];
  });
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return hexText(value);
  return scalarText(value) ?? scalarText(inner(value)) ?? "";
}

/** Bytes as Windows writes them in XML; nothing for a list of anything else. */
function hexText(members: readonly unknown[]): string {
  const bytes = members.filter(
    (member) => Number.isInteger(member) && Number(member) >= 0 && Number(member) < 256,
  );
  return bytes.length < members.length ? "" : Buffer.from(bytes.map(Number)).toString("hex").toUpperCase();
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function inner(value: unknown): unknown {
  if (!isMap(value)) return undefined;
  return Object.hasOwn(value, "Value") ? value.Value : value.value;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
