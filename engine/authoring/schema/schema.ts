/**
 * A JSON Schema, draft-07. The words errorMessage, patternErrorMessage, enumDescriptions, defaultSnippets and
 * doNotSuggest are those of yaml-language-server, which most editors run; others pass over them.
 */
export type Schema = { readonly [keyword: string]: unknown };

/** One schema or another. Unlike anyOf it leaves one clear complaint where nothing fits. */
export function choose(condition: Schema, fits: Schema, otherwise?: Schema): Schema {
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema.
  const choice = { if: condition, then: fits };
  return otherwise === undefined ? choice : { ...choice, else: otherwise };
}

export const whereKeyIs = (key: string, value: string, fits: Schema): Schema =>
  choose({ required: [key], properties: { [key]: { const: value } } }, fits);

export const whereTypeIs = (type: string, fits: Schema, otherwise: Schema): Schema =>
  choose({ type }, fits, otherwise);

/** What is no map yet has no key. */
export const whereKeyStands = (key: string, fits: Schema, otherwise: Schema): Schema =>
  choose({ type: "object", required: [key] }, fits, otherwise);

/** A schema by its definition, with words of its own for who hovers over it. */
export const see = (definition: string, description?: string): Schema => ({
  $ref: `#/definitions/${definition}`,
  ...(description === undefined ? {} : { description }),
});

/**
 * What an editor offers for a value. It looks only at the top of a schema, not behind a choice; it writes a single
 * offer at once; and of what it knows nothing at all of it writes the key without its colon.
 */
export const offering = (snippets: readonly Schema[]): Schema =>
  snippets.length > 1 ? { defaultSnippets: snippets } : { anyOf: [{}] };
