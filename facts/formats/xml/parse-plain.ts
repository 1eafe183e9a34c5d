import { limits } from "../../../schemas/limits.ts";
import { checkReferences } from "./check-references.ts";
import { checkName } from "./check-tag.ts";
import { decodeReferences } from "./decode-references.ts";
import { endOfName, isXmlSpace, skipSpace } from "./xml-characters.ts";
import type { XmlNode } from "./xml-element.ts";

/** A text in, its root element out; nothing for a text that is not plain. */
export type ParsePlain = (text: string) => XmlNode | undefined;

interface Draft extends XmlNode {
  readonly children: Draft[];
  text: string;
}

interface StartTag {
  readonly element: Draft;
  readonly isEmpty: boolean;
  /** Index behind the `>`. */
  readonly end: number;
}

const slash = 0x2f;
const greaterThan = 0x3e;
const noAttributes: ReadonlyMap<string, string> = new Map();

/** Names that are kept as known to be sound: a log repeats a few dozen. */
const mostNames = 2_000;

/**
 * Reads XML of elements, attributes, text and the references of XML itself, one element in all: what Windows writes
 * for an event, several times as fast as checking and parsing it with the library. Whatever else a text holds, or
 * that is not well-formed, makes it give up; the other way then says what is wrong.
 */
export function plainParser(): ParsePlain {
  const names = new Set<string>();
  const isSoundName = (name: string): boolean => {
    if (names.has(name)) return true;
    if (checkName(name, 0, "") !== undefined) return false;
    if (names.size < mostNames) names.add(name);
    return true;
  };
  return (written) => {
    const text = written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written;
    if (text.charAt(0) !== "<" || text.includes("]]>")) return undefined;
    return parse(text, isSoundName);
  };
}

function parse(text: string, isSoundName: (name: string) => boolean): XmlNode | undefined {
  const open: Draft[] = [];
  for (let at = 0; at !== -1; at = text.indexOf("<", at)) {
    const outer = open.at(-1);
    if (text.charCodeAt(at + 1) === slash) {
      if (outer === undefined || !text.startsWith(`${outer.name}>`, at + 2)) return undefined;
      at += outer.name.length + 3;
      open.pop();
      if (open.length === 0) return at === text.length ? outer : undefined;
    } else {
      const tag = readStartTag(text, at, isSoundName);
      if (tag === undefined || open.length >= limits.xmlDepth) return undefined;
      outer?.children.push(tag.element);
      at = tag.end;
      if (!tag.isEmpty) open.push(tag.element);
      else if (outer === undefined) return at === text.length ? tag.element : undefined;
    }
    if (!readText(text, at, open.at(-1))) return undefined;
  }
  return undefined;
}

/** Adds the text up to the next tag to the element around it. */
function readText(text: string, at: number, around: Draft | undefined): boolean {
  const end = text.indexOf("<", at);
  if (around === undefined || end === -1) return false;
  if (end === at) return true;
  const decoded = decode(text.slice(at, end));
  if (decoded === undefined) return false;
  around.text += decoded;
  return true;
}

function readStartTag(
  text: string,
  lt: number,
  isSoundName: (name: string) => boolean,
): StartTag | undefined {
  const nameEnd = endOfName(text, lt + 1);
  const name = text.slice(lt + 1, nameEnd);
  if (!isSoundName(name)) return undefined;
  let attributes: Map<string, string> | undefined;
  for (let at = nameEnd; ; ) {
    const next = skipSpace(text, at);
    const element = { name, attributes: attributes ?? noAttributes, children: [], text: "" };
    if (text.charCodeAt(next) === greaterThan) return { element, isEmpty: false, end: next + 1 };
    if (text.startsWith("/>", next)) return { element, isEmpty: true, end: next + 2 };
    if (next === at || !isXmlSpace(text.charCodeAt(at))) return undefined;
    attributes ??= new Map();
    const end = readAttribute(text, next, attributes, isSoundName);
    if (end === undefined) return undefined;
    at = end;
  }
}

/** Gives the index behind the closing quote. */
function readAttribute(
  text: string,
  start: number,
  attributes: Map<string, string>,
  isSoundName: (name: string) => boolean,
): number | undefined {
  const nameEnd = endOfName(text, start);
  const name = text.slice(start, nameEnd);
  const quote = text.charAt(nameEnd + 1);
  if (text.charAt(nameEnd) !== "=" || (quote !== "'" && quote !== '"')) return undefined;
  if (!isSoundName(name) || attributes.has(name)) return undefined;
  const end = text.indexOf(quote, nameEnd + 2);
  const value = end === -1 ? "<" : text.slice(nameEnd + 2, end);
  const decoded = value.includes("<") ? undefined : decode(value);
  if (decoded === undefined) return undefined;
  attributes.set(name, decoded);
  return end + 1;
}

function decode(piece: string): string | undefined {
  if (!piece.includes("&")) return piece;
  return checkReferences(piece, 0, true) === undefined ? decodeReferences(piece) : undefined;
}
