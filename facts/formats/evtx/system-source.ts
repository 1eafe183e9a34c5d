import type { Template } from "./chunk.ts";
import type { Element, Node } from "./nodes.ts";
import type { Source } from "./text-source.ts";
import { attributeSource, contentSource } from "./text-source.ts";

/** A child of System, or an attribute of one. */
export interface SystemPlace {
  readonly element: string;
  readonly attribute?: string;
}

/** Where a template has a value of System from. */
export function systemSource({ nodes }: Template, place: SystemPlace): Source | undefined {
  const system = child(child(nodes, "Event")?.children, "System");
  const element = child(system?.children, place.element);
  if (place.attribute === undefined) return element && contentSource(element.children);
  const attribute = element?.attributes.find(({ name }) => name === place.attribute);
  return attribute && attributeSource(attribute);
}

function child(nodes: readonly Node[] | undefined, name: string): Element | undefined {
  return nodes?.find((node): node is Element => node.kind === "element" && node.name === name);
}
