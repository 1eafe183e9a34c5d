import { contentOf, type DerValue, derChildren, derTag, objectId } from "./der.ts";

const commonNameId = "2.5.4.3";

/**
 * The common name of a subject or issuer, character by character as it was signed: the issuer is free to put
 * anything there. The last one, which is the most specific, if there are several; nothing if there is none.
 */
export function commonName(bytes: Uint8Array, name: DerValue): string | undefined {
  const values = derChildren(bytes, name)
    .flatMap((relative) => derChildren(bytes, relative))
    .map((attribute) => derChildren(bytes, attribute))
    .filter(([id]) => objectId(bytes, id) === commonNameId)
    .map(([, value]) => value);
  const last = values.at(-1);
  return last && derString(bytes, last);
}

function derString(bytes: Uint8Array, value: DerValue): string | undefined {
  const content = contentOf(bytes, value);
  switch (value.tag) {
    case derTag.utf8String:
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
    case derTag.bmpString:
      return content.length % 2 === 0 ? new TextDecoder("utf-16be").decode(content) : undefined;
    case derTag.universalString:
      return utf32(content);
    default:
      return Array.from(content, (byte) => String.fromCharCode(byte)).join("");
  }
}

function utf32(content: Uint8Array): string | undefined {
  if (content.length % 4 !== 0) return undefined;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let text = "";
  for (let at = 0; at < content.length; at += 4) {
    const codePoint = view.getUint32(at);
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return undefined;
    text += String.fromCodePoint(codePoint);
  }
  return text;
}
