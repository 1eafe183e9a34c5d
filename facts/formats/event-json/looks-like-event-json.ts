import { eventPropertyNames } from "../powershell/event-properties.ts";
import { printedNames } from "./printed-event.ts";

/** So many properties of an event have to stand at the beginning. */
const fewestProperties = 3;

/** Whether a text begins with an object, or a list of objects, that has properties of events. */
export function looksLikeEventJson(head: string): boolean {
  if (!/^\s{0,1000}(?:\[\s{0,1000})?\{/.test(head)) return false;
  const names = new Set<string>();
  for (const [, name = ""] of head.slice(0, 100_000).matchAll(/(?<!\\)"([A-Za-z]{1,20})"\s{0,20}:/g))
    names.add(name);
  const known = [...names].filter((name) => eventPropertyNames.has(name));
  return known.length >= fewestProperties || printedNames.every((name) => names.has(name));
}
