const nameStart =
  ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D" +
  "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD";
const namePattern = new RegExp(`^[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`);

/** Names by XML 1.0, fifth edition, as far as the basic plane goes. */
export function isXmlName(name: string): boolean {
  return namePattern.test(name);
}

export function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isXmlSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where a name that begins here ends: at white space, a delimiter of a tag, or the end of the text. */
export function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    // < " ' / = >
    const isDelimiter =
      code === 0x3c || code === 0x22 || code === 0x27 || code === 0x2f || code === 0x3d || code === 0x3e;
    if (isDelimiter || isXmlSpace(code)) break;
    at += 1;
  }
  return at;
}

/** Index of the first character that XML does not allow, or -1. */
export function firstControlCharacter(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 ? !isXmlSpace(code) : code >= 0xfffe) return at;
  }
  return -1;
}

/** Whether XML allows a character reference to this code point. */
export function isXmlCodePoint(codePoint: number): boolean {
  if (codePoint < 0x20) return isXmlSpace(codePoint);
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false;
  return codePoint <= 0x10ffff && codePoint !== 0xfffe && codePoint !== 0xffff;
}
