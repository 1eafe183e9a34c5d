import { isXmlName, isXmlSpace } from "./xml-characters.ts";
import { fault, type XmlFault } from "./xml-damage.ts";

const declaration =
  /^<\?xml\s{1,99}version\s{0,99}=\s{0,99}(["'])1\.\d{1,9}\1(?:\s{1,99}encoding\s{0,99}=\s{0,99}(["'])[A-Za-z][\w.-]{0,99}\2)?(?:\s{1,99}standalone\s{0,99}=\s{0,99}(["'])(?:yes|no)\3)?\s{0,99}\?>$/;

/** A processing instruction, or the XML declaration, which looks like one. Gives the index behind it. */
export function checkInstruction(text: string, lt: number): number | XmlFault {
  const end = text.indexOf("?>", lt + 2);
  if (end === -1) return fault(lt, "A processing instruction is never closed.", "cut-off");
  const name = text.slice(lt + 2, endOfTarget(text, lt + 2, end));
  if (!isXmlName(name)) return fault(lt, "A processing instruction needs a name behind its <?.");
  if (name.toLowerCase() !== "xml") return end + 2;
  if (lt > 0) return fault(lt, "The XML declaration does not stand at the very beginning.");
  if (declaration.test(text.slice(0, end + 2))) return end + 2;
  return fault(lt, 'The XML declaration is not of the form <?xml version="1.0" encoding="utf-8"?>.');
}

function endOfTarget(text: string, from: number, bound: number): number {
  let at = from;
  while (at < bound && !isXmlSpace(text.charCodeAt(at))) at += 1;
  return at;
}
