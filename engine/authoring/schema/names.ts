import type { Schema } from "./schema.ts";

/** A name that may be written, and what it stands for. */
export interface Name {
  readonly name: string;
  readonly about: string;
}

/** Up to so many names an editor may list whenever someone hovers over one of them. */
const readAtAGlance = 12;

/** One of these names. Each is offered with its meaning; `complaint` is the sentence for any other. */
export function oneOfNames(names: readonly Name[], complaint: string, description?: string): Schema {
  const described = description === undefined ? {} : { description };
  if (names.length === 0) return { ...described, type: "string" };
  if (names.length <= readAtAGlance) {
    return {
      ...described,
      enum: names.map(({ name }) => name),
      enumDescriptions: names.map(({ about }) => about),
      errorMessage: complaint,
    };
  }
  return {
    ...someName(names, description),
    pattern: `^(?:${names.map(({ name }) => name.replaceAll(".", "\\.")).join("|")})$`,
    patternErrorMessage: complaint,
  };
}

/** Any name; these are offered. Hovering shows the meaning of the one that stands there. */
export function someName(names: readonly Name[], description?: string): Schema {
  return {
    ...(description === undefined ? {} : { description }),
    type: "string",
    anyOf: [...names.map(({ name, about }) => ({ const: name, description: about })), { type: "string" }],
  };
}
