import type { DamageItem } from "./settle-dates.ts";

/** @param name of a property that the reader knows */
export function notUnderstood(name: string, line: number): DamageItem {
  const message = `The ${name} of the event that begins here could not be understood and is left out.`;
  return { kind: "damage", damage: { code: "value-not-understood", message, line } };
}
