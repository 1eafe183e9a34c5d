import { limits } from "../../../schemas/limits.ts";
import { type Damage, type Reading, refuse } from "../reading.ts";
import { checkXml } from "./check-xml.ts";
import { loadParseTree } from "./parse-tree.ts";
import { positionOf } from "./text-position.ts";
import { fault, type XmlFault } from "./xml-damage.ts";
import type { XmlElement } from "./xml-element.ts";

/**
 * One small XML document, such as a settings file. Whatever is not well-formed is refused with its place:
 * the programs that such files belong to refuse them too. See `XmlDamageCode` for the codes.
 */
export async function readXml(text: string): Promise<Reading<XmlElement>> {
  const most = limits.settingsFileBytes;
  if (text.length > most) {
    return refuse(damageOf(text, fault(0, `The document is longer than ${most} characters.`, "too-large")));
  }
  const found = checkXml(text, { controlCharacters: "refused" });
  if (found) return refuse(damageOf(text, found));
  const [parse, { XMLValidator }] = await Promise.all([loadParseTree(), import("fast-xml-parser")]);
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) {
    const { line, col } = verdict.err;
    const message = "The text is not well-formed XML here.";
    return refuse({ code: "not-well-formed", message, line, ...(col > 0 ? { column: col } : {}) });
  }
  const root = parse(text);
  return root ? { value: root, notes: [] } : refuse(damageOf(text, unreadable));
}

const unreadable = fault(0, "The XML reader could not make sense of the text.", "unreadable");

/** With the place as line and column. */
function damageOf(text: string, { code, message, at }: XmlFault): Damage {
  return { code, message, ...positionOf(text, at) };
}

/** Whether a text begins like XML. */
export function looksLikeXml(head: string): boolean {
  const start = head.trimStart();
  return start.startsWith("<?xml") || (/^<[A-Za-z_!]/.test(start) && !start.startsWith("<![CDATA["));
}
