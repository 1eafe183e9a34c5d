const doctype = /^<!DOCTYPE\s{1,20}([A-Za-z_][A-Za-z0-9._-]{0,200})/i;
const element = /^<(?:[A-Za-z_][A-Za-z0-9._-]{0,200}:)?([A-Za-z_][A-Za-z0-9._-]{0,200})/;

/**
 * The name of the root element without its prefix, from the beginning of an XML text that nobody has checked
 * yet. A document type declaration names it too.
 */
export function rootName(head: string): string | undefined {
  let at = 0;
  for (;;) {
    at = head.indexOf("<", at);
    if (at === -1) return undefined;
    const here = head.slice(at, at + 500);
    const end = here.startsWith("<!--") ? "-->" : here.startsWith("<?") ? "?>" : undefined;
    if (end === undefined) return (doctype.exec(here) ?? element.exec(here))?.[1];
    const close = head.indexOf(end, at);
    if (close === -1) return undefined;
    at = close + end.length;
  }
}
