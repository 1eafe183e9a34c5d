/**
 * Why a text is not read as XML. The first four mean that the text is not well-formed, so other programs stop
 * at it too; the others are limits of ours.
 */
export type XmlDamageCode =
  | "not-xml"
  | "not-well-formed"
  | "cut-off"
  | "control-character"
  | "doctype"
  | "too-deep"
  | "too-large"
  | "reserved-name"
  | "unreadable";

export interface XmlFault {
  readonly code: XmlDamageCode;
  /** A full sentence without the place. */
  readonly message: string;
  /** Index into the text. */
  readonly at: number;
}

export function fault(at: number, message: string, code: XmlDamageCode = "not-well-formed"): XmlFault {
  return { code, message, at };
}

/** A checked name for use in a sentence. */
export function shortName(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}...` : name;
}
