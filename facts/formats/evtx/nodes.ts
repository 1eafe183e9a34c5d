/**
 * Binary XML as a tree, with holes where a record's values go. A template is parsed into it once per chunk; plans
 * for the outputs are compiled from it.
 */
export type Node = Element | Part | Instance;

export interface Element {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
  /** Written `<Name/>` by Windows. An element that merely has no content is written `<Name></Name>`. */
  readonly isSelfClosing: boolean;
}

export interface Attribute {
  readonly name: string;
  readonly parts: readonly Part[];
}

export type Part = Text | Hole;

interface Text {
  readonly kind: "text";
  readonly text: string;
}

/** Stands for the value number `index` of the record. */
export interface Hole {
  readonly kind: "hole";
  readonly index: number;
  /** An attribute that consists of an optional hole is left out when the value is null. */
  readonly isOptional: boolean;
}

/** A template with its values, at this offset of the chunk. */
interface Instance {
  readonly kind: "instance";
  readonly at: number;
}
