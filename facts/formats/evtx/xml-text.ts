import { characterReference } from "../xml/character-reference.ts";

/** What XML 1.0 cannot hold at all: Windows puts out such characters and makes a document that nothing can read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const special = /[\u0000-\u0008\u000b-\u001f&<>\ud800-\udfff\ufffe\uffff]/;
const loneSurrogates = /\p{Surrogate}/gu;
const quoted = /['\t\n\r]/;

/** Line ends as Windows' exports have them, where a carriage return does not survive. */
export const withLineFeeds = (text: string): string =>
  text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;

/** Characters between tags. */
export function escapeText(text: string): string {
  return special.test(text) ? withLineFeeds(escapeMarkup(text)) : text;
}

/** Characters of an attribute in single quotes, as Windows writes them. */
export function escapeAttribute(text: string): string {
  const escaped = special.test(text) ? escapeMarkup(text) : text;
  return quoted.test(escaped) ? escaped.replace(/['\t\n\r]/g, characterReference) : escaped;
}

const escapeMarkup = (text: string): string =>
  text.replace(loneSurrogates, "\ufffd").replace(unwritable, "\ufffd").replace(/[&<>]/g, characterReference);
