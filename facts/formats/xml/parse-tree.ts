import { decodeReferences } from "./decode-references.ts";
import type { XmlElement } from "./xml-element.ts";

/** Checked text in, its root element out; nothing if the library gives up on it. */
export type ParseTree = (text: string) => XmlElement | undefined;

/** What the library gives: one object a node, whose one key beside the attributes is the name. */
type LibraryNode = Readonly<Record<string | symbol, unknown>>;

const textKey = "#text";
const attributesKey = ":@";
/** Keeps names such as `constructor` from ever being names of properties. */
const elementPrefix = "<";
const attributePrefix = "@";

/**
 * The library's own decoder knows some hundred names of HTML, drops references to control characters, and is
 * built anew for every text, which costs more than a small event. The other members serve document types.
 */
const references = {
  decode: decodeReferences,
  setExternalEntities: () => {},
  addInputEntities: () => {},
  reset: () => {},
  setXmlVersion: () => {},
};

/** Loads the parsing library. The text has to be checked with `checkXml` first. */
export async function loadParseTree(): Promise<ParseTree> {
  const { XMLParser } = await import("fast-xml-parser");
  const startIndexKey = XMLParser.getMetaDataSymbol() as unknown as symbol;
  const parser = new XMLParser({
    preserveOrder: true,
    captureMetaData: true,
    ignoreAttributes: false,
    attributeNamePrefix: attributePrefix,
    // It is asked twice about an empty element.
    transformTagName: (name) => (name.startsWith(elementPrefix) ? name : elementPrefix + name),
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    entityDecoder: references,
    ignoreDeclaration: true,
    ignorePiTags: true,
    jPath: false,
  });
  return (text) => {
    const nodes = attempt(() => parser.parse(text) as readonly LibraryNode[]);
    const lineOf = lineCounter(text);
    const root = nodes?.find((node) => nameOf(node) !== textKey);
    return root && toElement(root, (node) => lineOf(startIndexOf(node, startIndexKey)));
  };
}

/** The library throws on what it refuses; the text is to blame then, and costs only itself. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Depth is bounded by the check before. */
function toElement(node: LibraryNode, lineOf: (node: LibraryNode) => number): XmlElement {
  const name = nameOf(node);
  const line = lineOf(node);
  const children: XmlElement[] = [];
  let text = "";
  for (const child of node[name] as readonly LibraryNode[]) {
    if (nameOf(child) === textKey) text += String(child[textKey]);
    else children.push(toElement(child, lineOf));
  }
  return { name: name.slice(elementPrefix.length), attributes: attributesOf(node), children, text, line };
}

function nameOf(node: LibraryNode): string {
  return Object.keys(node).find((key) => key !== attributesKey) ?? textKey;
}

function attributesOf(node: LibraryNode): Map<string, string> {
  const attributes = new Map<string, string>();
  const found = node[attributesKey] as Readonly<Record<string, unknown>> | undefined;
  for (const [name, value] of Object.entries(found ?? {})) {
    attributes.set(name.slice(attributePrefix.length), String(value));
  }
  return attributes;
}

function startIndexOf(node: LibraryNode, key: symbol): number {
  return (node[key] as { readonly startIndex: number }).startIndex;
}

/** Elements come in the order of the text, so one pass over the line breaks is enough. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  return (index) => {
    while (next !== -1 && next < index) {
      line += 1;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}
