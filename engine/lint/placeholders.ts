const placeholder = /\{\{([^{}]*)\}\}/g;

/** The facts that a text prints by `{{ fact.id }}`. */
export const factsPrinted = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([, name = ""]) => name.trim());
