const declaration =
  /^\s{0,20}<\?xml[^>]{0,200}?\sencoding\s{0,10}=\s{0,10}["']([A-Za-z][A-Za-z0-9._-]{0,40})["']/;
const isCodePageName = /^(?:windows-|cp|ibm|iso-8859-|koi8-|euc-|gb|big5|shift_jis)[a-z0-9-]{0,12}$/;

/** The encoding that an XML declaration names, in lower case. */
export function declaredEncoding(head: string): string | undefined {
  return declaration.exec(head.slice(0, 400))?.[1]?.toLowerCase();
}

/**
 * The declared encoding if it names a code page. The tables behind also answer to names such as `base64`,
 * which are no encodings of text.
 */
export function declaredCodePage(head: string): string | undefined {
  const declared = declaredEncoding(head);
  return declared !== undefined && isCodePageName.test(declared) ? declared : undefined;
}

/** Whether a text whose bytes were found to be in one encoding may call itself by the declared name. */
export function declarationFits(declared: string, found: string, text: string): boolean {
  if (found === "utf-16le" || found === "utf-16be") return declared === "utf-16" || declared === found;
  if (declared === found) return true;
  return found === "utf-8" && !declared.startsWith("utf-") && isAscii(text);
}

/** Plain ASCII reads the same in every code page. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
