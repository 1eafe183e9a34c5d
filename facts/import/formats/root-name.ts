const doctype = /^<!DOCTYPE\s{1,20}([A-Za-z_][A-Za-z0-9._-]{0,200})/i;
const element = /^<(?:[A-Za-z_][A-Za-z0-9._-]{0,200}:)?([A-Za-z_][A-Za-z0-9._-]{0,200})/;

/**
 * The names that the root element may have, without prefix, from the beginning of an XML text that nobody has
 * checked yet: that of the element, and that of a document type declaration before it. The two need not agree, and a
 * file that is refused for its declaration has still to be recognised by its element.
 */
export function rootNames(head: string): readonly string[] {
  const names: string[] = [];
  for (let at = head.indexOf("<"); at !== -1; at = head.indexOf("<", at)) {
    const here = head.slice(at, at + 500);
    const declared = doctype.exec(here)?.[1];
    if (declared !== undefined) names.push(declared);
    const end = endOf(here);
    if (end === null) return [...names, ...(element.exec(here)?.slice(1) ?? [])];
    const close = head.indexOf(end, at);
    if (close === -1) return names;
    at = close + end.length;
  }
  return names;
}

/** How what begins here ends, if it is no element. */
function endOf(here: string): string | null {
  if (here.startsWith("<!--")) return "-->";
  if (here.startsWith("<?")) return "?>";
  if (!doctype.test(here)) return null;
  const [subset, end] = [here.indexOf("["), here.indexOf(">")];
  return subset !== -1 && subset < end ? "]>" : ">";
}
