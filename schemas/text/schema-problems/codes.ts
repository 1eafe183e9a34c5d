/** Every code that checking a file against its schema gives, with what it means. */
export const schemaCodes = {
  "unknown-key": "A map has a key that means nothing there.",
  "missing-key": "A map lacks a key that it needs.",
  "wrong-type": "A value is not of the type that belongs there.",
  "needs-quotes": "A text has no quotes, and YAML reads it as a number or as true or false.",
  "value-missing": "Nothing stands after a key.",
  "unknown-value": "A value is none of those that are possible.",
  "no-such-kind": "A map is none of the kinds that may stand there.",
  "wrong-form": "A text or number does not have the form that it needs.",
  "holds-nothing": "A text, list or map is empty.",
  "too-much": "A text or map holds more than it may.",
} as const;

export type SchemaCode = keyof typeof schemaCodes;
