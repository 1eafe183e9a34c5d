const begin = (name: string): string => `<!-- ${name}: written by npm run docs -->`;
const end = (name: string): string => `<!-- end of ${name} -->`;

/** The text with another content between the two marks of that name. A page without them is our mistake. */
export function withBlock(text: string, name: string, content: string): string {
  const from = text.indexOf(begin(name));
  const to = text.indexOf(end(name));
  if (from < 0 || to < from) throw new Error(`A page has no marks for "${name}".`);
  return `${text.slice(0, from)}${begin(name)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}
