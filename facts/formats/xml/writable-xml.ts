import { isXmlCodePoint } from "./xml-characters.ts";

/** What XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const reference = /&#(?:0{0,20}(\d{1,7})|x0{0,20}([0-9A-Fa-f]{1,6}));/g;

/**
 * XML that any reader takes: Windows writes control characters into exports as they are, or as references, and neither
 * is XML. Each becomes U+FFFD.
 */
export function writableXml(xml: string): string {
  const written = xml.replace(unwritable, "\ufffd");
  return written.includes("&#") ? written.replace(reference, writableReference) : written;
}

function writableReference(whole: string, decimal: string | undefined, hex: string | undefined): string {
  const codePoint = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  return isXmlCodePoint(codePoint) ? whole : "\ufffd";
}
