import type { Place, ValuePath } from "./positions.ts";
import type { Problem } from "./problem.ts";

/** A document that could be read: its value, and where each part of it stands in the file. */
export interface ReadValue {
  readonly ok: true;
  /** Texts, finite numbers, booleans, null, arrays and plain objects; safe keys only. */
  readonly value: unknown;
  /** Of the value at a path; of the nearest part around it where the path leads nowhere. */
  readonly placeOf: (path: ValuePath) => Place;
  /** Of the key at the end of a path; of its value where there is no such key. */
  readonly keyPlaceOf: (path: ValuePath) => Place;
  /** The value at a path as the file writes it, quotes included; undefined for maps, lists and missing paths. */
  readonly sourceOf: (path: ValuePath) => string | undefined;
}

/** A document that could not be read, and why. Never both. */
export interface UnreadText {
  readonly ok: false;
  /** At least one, in the order of the text. */
  readonly problems: readonly Problem[];
}

export type ReadText<Value extends ReadValue = ReadValue> = Value | UnreadText;

/** Keys that reach into the machinery of JavaScript objects. */
export const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export const withoutByteOrderMark = (text: string) => (text.startsWith("\uFEFF") ? text.slice(1) : text);
