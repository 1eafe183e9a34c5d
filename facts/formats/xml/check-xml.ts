import { limits } from "../../../schemas/limits.ts";
import { checkInstruction } from "./check-instruction.ts";
import { checkReferences } from "./check-references.ts";
import { checkName, checkStartTag, cutInTag } from "./check-tag.ts";
import { positionOf } from "./text-position.ts";
import { endOfName, firstControlCharacter, skipSpace } from "./xml-characters.ts";
import { fault, shortName, type XmlFault } from "./xml-damage.ts";

interface XmlCheckOptions {
  /**
   * Windows writes control characters into events as they are; such an event is still worth reading. In a
   * settings file they stop the program that reads it.
   */
  readonly controlCharacters: "refused" | "kept";
}

interface Walk {
  readonly text: string;
  readonly keepsControls: boolean;
  readonly open: { readonly name: string; readonly at: number }[];
  hasRoot: boolean;
}

/** The index to go on at. */
type Step = number | XmlFault;

/**
 * Tells where a text stops being well-formed XML, and refuses what only attacks need: document type
 * declarations, deep nesting, dangerous names. The parsing library lets mismatched tags, cut files and even
 * plain text pass without a word, so this comes before it. Linear in the text, and without recursion.
 */
export function checkXml(text: string, options: XmlCheckOptions): XmlFault | undefined {
  const keepsControls = options.controlCharacters === "kept";
  const control = keepsControls ? -1 : firstControlCharacter(text);
  if (control !== -1) {
    return fault(control, "The text holds a character that XML does not allow.", "control-character");
  }
  const walk: Walk = { text, keepsControls, open: [], hasRoot: false };
  let at = 0;
  while (at < text.length) {
    const lt = text.indexOf("<", at);
    const step = checkCharacters(walk, at, lt === -1 ? text.length : lt) ?? checkMarkup(walk, lt);
    if (typeof step !== "number") return step;
    at = step;
  }
  return checkEnd(walk);
}

function checkCharacters(walk: Walk, from: number, to: number): XmlFault | undefined {
  const piece = walk.text.slice(from, to);
  if (walk.open.length > 0) {
    const bracket = piece.indexOf("]]>");
    if (bracket !== -1)
      return fault(from + bracket, "The characters ]]> stand in text; the > has to be &gt;.");
    return checkReferences(piece, from, walk.keepsControls);
  }
  const start = skipSpace(piece, 0);
  if (start === piece.length) return undefined;
  if (walk.hasRoot) return fault(from + start, "Text follows behind the end of the outermost element.");
  return fault(from + start, "The text does not begin like XML: it begins with other characters.", "not-xml");
}

function checkMarkup(walk: Walk, lt: number): Step {
  const { text } = walk;
  if (lt === -1) return text.length;
  if (text.startsWith("<!--", lt)) return checkComment(text, lt);
  if (text.startsWith("<![CDATA[", lt) && walk.open.length > 0) {
    return through(text, "]]>", lt + 9) ?? fault(lt, "A CDATA section is never closed.", "cut-off");
  }
  if (text.startsWith("<!", lt)) {
    return fault(
      lt,
      "A document type declaration stands here. It is refused, because it can define entities.",
      "doctype",
    );
  }
  if (text.startsWith("<?", lt)) return checkInstruction(text, lt);
  return text.startsWith("</", lt) ? checkEndTag(walk, lt) : openElement(walk, lt);
}

function through(text: string, mark: string, from: number): number | undefined {
  const at = text.indexOf(mark, from);
  return at === -1 ? undefined : at + mark.length;
}

/** Commenting out a part that holds a comment is a common slip of people who edit by hand. */
function checkComment(text: string, lt: number): Step {
  const dashes = text.indexOf("--", lt + 4);
  if (dashes === -1 || dashes + 2 >= text.length) return fault(lt, "A comment is never closed.", "cut-off");
  if (text.charAt(dashes + 2) === ">") return dashes + 3;
  return fault(dashes, "The characters -- stand within a comment, where XML does not allow them.");
}

function openElement(walk: Walk, lt: number): Step {
  const tag = checkStartTag(walk.text, lt, walk.keepsControls);
  if ("code" in tag) return tag;
  if (walk.open.length === 0 && walk.hasRoot) return fault(lt, "A second outermost element begins here.");
  if (walk.open.length >= limits.xmlDepth) {
    return fault(lt, `Elements are nested more than ${limits.xmlDepth} deep.`, "too-deep");
  }
  walk.hasRoot = true;
  if (!tag.isEmpty) walk.open.push({ name: tag.name, at: lt });
  return tag.end;
}

function checkEndTag(walk: Walk, lt: number): Step {
  const { text, open } = walk;
  const nameEnd = endOfName(text, lt + 2);
  const gt = skipSpace(text, nameEnd);
  if (gt === text.length) return cutInTag(lt);
  const name = text.slice(lt + 2, nameEnd);
  const wrongName = checkName(name, lt, "The characters </ begin no closing tag here.");
  if (wrongName) return wrongName;
  const opened = open.pop();
  if (!opened) return fault(lt, `The closing tag </${shortName(name)}> closes nothing.`);
  if (opened.name !== name) {
    const still = `<${shortName(opened.name)}>, opened in line ${positionOf(text, opened.at).line}, is still open`;
    return fault(lt, `The closing tag </${shortName(name)}> does not fit here: ${still}.`);
  }
  if (text.charAt(gt) !== ">") return fault(gt, `The closing tag </${shortName(name)}> does not end with >.`);
  return gt + 1;
}

function checkEnd({ text, open, hasRoot }: Walk): XmlFault | undefined {
  const last = open.at(-1);
  if (last) {
    const { line } = positionOf(text, last.at);
    return fault(
      text.length,
      `The text ends before <${shortName(last.name)}> of line ${line} is closed.`,
      "cut-off",
    );
  }
  return hasRoot ? undefined : fault(0, "The text holds no XML element.", "not-xml");
}
