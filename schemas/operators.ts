import { type FactType, scalarTypes } from "./fact-types.ts";

/** What may stand at the right side of an operator. */
export type OperandKind =
  | "value"
  | "values"
  | "timestamp"
  | "duration"
  | "text"
  | "pattern"
  | "list"
  | "reference"
  | "yes-no";

export interface OperatorEntry {
  /** The types of fact that it can test. */
  readonly types: readonly Exclude<FactType, "list" | "record">[];
  readonly operand: OperandKind;
  /** May a reference to another fact or field stand at the right side, too? */
  readonly reference: boolean;
  /** For editors and the reference: what a rule says with it. */
  readonly description: string;
  /** In a sentence, before the operand: "… is below 0". */
  readonly says: string;
  /** In a sentence, when the test came out false: "… is not below 0". */
  readonly saysNot: string;
}

const ordered = ["number", "version"] as const;
const texts = ["text", "one-of", "thumbprint", "host", "host-and-port"] as const;

/** The one table of operators. The schema, the documentation and the editor's completion come from it. */
export const operators = {
  is: {
    types: scalarTypes,
    operand: "value",
    reference: true,
    description: "The value is this one. A bare value says the same; none says that there is no such thing.",
    says: "is",
    saysNot: "is not",
  },
  "is-not": {
    types: scalarTypes,
    operand: "value",
    reference: true,
    description: "The value is known and another one.",
    says: "is not",
    saysNot: "is",
  },
  "one-of": {
    types: scalarTypes,
    operand: "values",
    reference: false,
    description: "The value is one of these. A bare list says the same.",
    says: "is one of",
    saysNot: "is none of",
  },
  below: {
    types: ordered,
    operand: "value",
    reference: true,
    description: "The number or version is smaller.",
    says: "is below",
    saysNot: "is not below",
  },
  above: {
    types: ordered,
    operand: "value",
    reference: true,
    description: "The number or version is greater.",
    says: "is above",
    saysNot: "is not above",
  },
  "at-least": {
    types: ordered,
    operand: "value",
    reference: true,
    description: "The number or version is this or greater.",
    says: "is at least",
    saysNot: "is below",
  },
  "at-most": {
    types: ordered,
    operand: "value",
    reference: true,
    description: "The number or version is this or smaller.",
    says: "is at most",
    saysNot: "is above",
  },
  before: {
    types: ["timestamp"],
    operand: "timestamp",
    reference: true,
    description: "The instant lies before this one, ISO 8601 with offset, in quotes.",
    says: "is before",
    saysNot: "is not before",
  },
  after: {
    types: ["timestamp"],
    operand: "timestamp",
    reference: true,
    description: "The instant lies after this one, ISO 8601 with offset, in quotes.",
    says: "is after",
    saysNot: "is not after",
  },
  "within-last": {
    types: ["timestamp"],
    operand: "duration",
    reference: false,
    description: "The instant lies in this time before the collection, for example 30 days.",
    says: "lies within the last",
    saysNot: "does not lie within the last",
  },
  contains: {
    types: texts,
    operand: "text",
    reference: true,
    description: "The text contains this one, or one of these, without regard to case.",
    says: "contains",
    saysNot: "does not contain",
  },
  "starts-with": {
    types: texts,
    operand: "text",
    reference: true,
    description: "The text starts with this one, or one of these, without regard to case.",
    says: "starts with",
    saysNot: "does not start with",
  },
  "ends-with": {
    types: texts,
    operand: "text",
    reference: true,
    description: "The text ends with this one, or one of these, without regard to case.",
    says: "ends with",
    saysNot: "does not end with",
  },
  matches: {
    types: texts,
    operand: "pattern",
    reference: false,
    description:
      "A pattern that runs in linear time fits somewhere in the text: no look-around, no back-references.",
    says: "matches the pattern",
    saysNot: "does not match the pattern",
  },
  in: {
    types: ["text", "number", "version", "thumbprint", "host", "host-and-port"],
    operand: "list",
    reference: false,
    description:
      "The value is in this list of the pack: { list: name }. A miss decides only in a closed list.",
    says: "is in the list",
    saysNot: "is not in the list",
  },
  "not-in": {
    types: ["text", "number", "version", "thumbprint", "host", "host-and-port"],
    operand: "list",
    reference: false,
    description: "The value is not in this list of the pack: { list: name }. Only a closed list can say so.",
    says: "is not in the list",
    saysNot: "is in the list",
  },
  "same-as": {
    types: scalarTypes,
    operand: "reference",
    reference: true,
    description: "The value equals that of another fact or field: { fact: id } or { field: name }.",
    says: "is the same as",
    saysNot: "differs from",
  },
  "differs-from": {
    types: scalarTypes,
    operand: "reference",
    reference: true,
    description: "The value is another one than that of a fact or field: { fact: id } or { field: name }.",
    says: "differs from",
    saysNot: "is the same as",
  },
  set: {
    types: scalarTypes,
    operand: "yes-no",
    reference: false,
    description: "true: there is such a thing; false: it is none.",
    says: "is set:",
    saysNot: "is not set:",
  },
  known: {
    types: scalarTypes,
    operand: "yes-no",
    reference: false,
    description: "true: the value is known. Only in only-when of a fix step and in the flowchart.",
    says: "is known:",
    saysNot: "is not known:",
  },
} as const satisfies Record<string, OperatorEntry>;

export type OperatorName = keyof typeof operators;
