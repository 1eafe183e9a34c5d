const firstEvent = /<(?:[A-Za-z][A-Za-z0-9]{0,30}:)?Events?(?=[\s/>])/;

/**
 * Whether the beginning of a text is that of exported events, with or without a root around them. Declarations
 * and comments may come before; text or another element may not.
 */
export function looksLikeEventXml(head: string): boolean {
  const found = firstEvent.exec(head);
  if (!found) return false;
  const before = head.slice(0, found.index).trimStart();
  return before === "" || (/^<[?!]/.test(before) && !/<[A-Za-z/]/.test(before));
}
