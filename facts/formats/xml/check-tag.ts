import { checkReferences } from "./check-references.ts";
import { endOfName, isXmlName, skipSpace } from "./xml-characters.ts";
import { fault, shortName, type XmlFault } from "./xml-damage.ts";

interface StartTag {
  readonly name: string;
  readonly isEmpty: boolean;
  /** Index behind the `>`. */
  readonly end: number;
}

/** A start tag with its attributes, from its `<` on. */
export function checkStartTag(text: string, lt: number, keepsControls: boolean): StartTag | XmlFault {
  const nameEnd = endOfName(text, lt + 1);
  const name = text.slice(lt + 1, nameEnd);
  if (nameEnd === text.length) return cutInTag(lt);
  const wrongName = checkName(name, lt, "A < begins no tag here; in text it has to be written &lt;.");
  if (wrongName) return wrongName;
  const seen = new Set<string>();
  let at = nameEnd;
  for (;;) {
    const next = skipSpace(text, at);
    if (next === text.length) return cutInTag(lt);
    if (text.startsWith(">", next)) return { name, isEmpty: false, end: next + 1 };
    if (text.startsWith("/>", next)) return { name, isEmpty: true, end: next + 2 };
    if (next === at)
      return fault(next, `White space is missing between two attributes of <${shortName(name)}>.`);
    const end = checkAttribute(text, next, lt, seen, keepsControls);
    if (typeof end !== "number") return end;
    at = end;
  }
}

/** Gives the index behind the closing quote. */
function checkAttribute(
  text: string,
  start: number,
  lt: number,
  seen: Set<string>,
  keepsControls: boolean,
): number | XmlFault {
  const nameEnd = endOfName(text, start);
  if (nameEnd === text.length) return cutInTag(lt);
  const name = text.slice(start, nameEnd);
  const wrongName = checkName(name, start, "An attribute is expected here, or the end of the tag.");
  if (wrongName) return wrongName;
  if (seen.has(name)) return fault(start, `The attribute ${shortName(name)} stands twice in one tag.`);
  seen.add(name);
  const equals = skipSpace(text, nameEnd);
  const quoteAt = skipSpace(text, equals + 1);
  if (quoteAt >= text.length) return cutInTag(lt);
  const quote = text.charAt(quoteAt);
  if (text.charAt(equals) !== "=" || (quote !== '"' && quote !== "'")) {
    return fault(start, `The attribute ${shortName(name)} has no value in quotation marks.`);
  }
  const end = text.indexOf(quote, quoteAt + 1);
  const value = text.slice(quoteAt + 1, end === -1 ? text.length : end);
  const lessThan = value.indexOf("<");
  if (lessThan !== -1) {
    const reason = "a quotation mark is missing, or the < has to be written &lt;";
    return fault(quoteAt, `A < stands in the value of the attribute ${shortName(name)}: ${reason}.`);
  }
  if (end === -1) return cutInTag(lt);
  return checkReferences(value, quoteAt + 1, keepsControls) ?? end + 1;
}

export function checkName(name: string, at: number, otherwise: string): XmlFault | undefined {
  if (!isXmlName(name)) return fault(at, otherwise);
  if (name !== "__proto__" && !name.endsWith(":__proto__")) return undefined;
  return fault(at, "The name __proto__ is not read, because it is used to attack programs.", "reserved-name");
}

export function cutInTag(lt: number): XmlFault {
  return fault(lt, "The text ends in the middle of this tag.", "cut-off");
}
