import { isXmlCodePoint } from "./xml-characters.ts";
import { fault, type XmlFault } from "./xml-damage.ts";

const entities = new Set(["lt", "gt", "amp", "quot", "apos"]);
const numeric = /^#(?:([0-9]{1,20})|x([0-9A-Fa-f]{1,20}))$/;

/** Longer than any reference that means something. */
const longest = 24;

/**
 * Checks every `&` of a piece of text. Only the five entities of XML itself exist, because a document type
 * declaration, which could define more, is refused.
 *
 * @param start where the piece begins in the whole text
 */
export function checkReferences(piece: string, start: number, keepsControls: boolean): XmlFault | undefined {
  for (let at = piece.indexOf("&"); at !== -1; at = piece.indexOf("&", at + 1)) {
    const rest = piece.slice(at + 1, at + 1 + longest);
    const end = rest.indexOf(";");
    if (end === -1) return fault(start + at, "An & stands alone; in text it has to be written &amp;.");
    const found = checkReference(rest.slice(0, end), start + at, keepsControls);
    if (found) return found;
  }
  return undefined;
}

function checkReference(name: string, at: number, keepsControls: boolean): XmlFault | undefined {
  if (entities.has(name)) return undefined;
  const found = numeric.exec(name);
  if (!found) return fault(at, "An & begins a reference that XML does not know; a plain & is written &amp;.");
  const codePoint = found[1] === undefined ? Number.parseInt(found[2] ?? "", 16) : Number(found[1]);
  if (isXmlCodePoint(codePoint) || (keepsControls && codePoint < 0x20)) return undefined;
  return fault(at, "A reference stands for a character that XML does not allow.", "control-character");
}
