import type { Attribute, Node, Part } from "./nodes.ts";

/** Where a text comes from. */
export type Source =
  | { readonly kind: "constant"; readonly text: string }
  | ValueSource
  | { readonly kind: "mixed"; readonly parts: readonly Part[] };

export interface ValueSource {
  readonly kind: "value";
  readonly index: number;
  /** What would hold the text is left out when the value is null. */
  readonly isOptional: boolean;
}

export const attributeSource = ({ parts }: Attribute): Source => textSource(parts);

/** An element's own text: what stands in elements inside it does not count. */
export const contentSource = (nodes: readonly Node[]): Source => textSource(textsOf(nodes));

export const textsOf = (nodes: readonly Node[]): Part[] =>
  nodes.filter((node) => node.kind === "text" || node.kind === "hole");

export function textSource(parts: readonly Part[]): Source {
  const [part] = parts;
  if (part === undefined) return { kind: "constant", text: "" };
  if (parts.length > 1) return { kind: "mixed", parts };
  return part.kind === "text" ? { kind: "constant", text: part.text } : { ...part, kind: "value" };
}
