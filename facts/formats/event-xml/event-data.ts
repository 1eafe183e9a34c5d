import type { EventDatum } from "../event-record.ts";
import { localName, type XmlNode } from "../xml/xml-element.ts";

/**
 * The children of EventData in their order. `Data` is known by its Name, if it has one; whatever else stands
 * there (`Binary`, `ComplexData`) by its Name or its own name.
 */
export function eventData(section: XmlNode): EventDatum[] {
  return section.children.flatMap((child) => {
    const own = localName(child.name);
    const name = child.attributes.get("Name") ?? (own === "Data" ? undefined : own);
    if (child.children.length > 0) return valuesBelow(child, name ?? own);
    return [name === undefined ? { value: child.text } : { name, value: child.text }];
  });
}

/** UserData has a shape of each provider's own: every value in it becomes one entry, named by its path. */
export function userData(section: XmlNode): EventDatum[] {
  return section.children.flatMap((child) => valuesBelow(child, localName(child.name)));
}

/** Depth is bounded by the check of the text. */
function valuesBelow(element: XmlNode, path: string): EventDatum[] {
  const entries: EventDatum[] = [];
  for (const [attribute, value] of element.attributes) {
    const isNamespace = attribute === "xmlns" || attribute.startsWith("xmlns:");
    if (!isNamespace && value.trim() !== "") entries.push({ name: `${path}/@${attribute}`, value });
  }
  if (element.text.trim() !== "") entries.push({ name: path, value: element.text });
  for (const child of element.children) {
    for (const entry of valuesBelow(child, `${path}/${localName(child.name)}`)) entries.push(entry);
  }
  return entries;
}
