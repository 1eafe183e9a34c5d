import type { Chunk } from "./chunk.ts";
import type { Cursor } from "./cursor.ts";
import { peek, readName, readText, readUint16, settleDependencyIds, skip } from "./cursor.ts";
import type { Attribute, Element, Node, Part } from "./nodes.ts";
import { readInstance } from "./template-instance.ts";
import { token } from "./tokens.ts";
import { UnreadableRecord } from "./unreadable-record.ts";

/** Deeper than any event; XML readers stop there too. */
const deepest = 64;

/** Parses the binary XML from `at` up to its end token, or to `end`. */
export function parseNodes(chunk: Chunk, at: number, end: number, hasDependencyIds: boolean): Node[] {
  chunk.parseBudget -= end - at;
  if (chunk.parseBudget < 0)
    throw new UnreadableRecord("the same bytes are parsed too often", "record-too-large");
  return parseContent({ chunk, at, end, hasDependencyIds }, 0);
}

/** Stops behind the token that ends the enclosing element or the fragment. */
function parseContent(cursor: Cursor, depth: number): Node[] {
  if (depth > deepest) throw new UnreadableRecord("elements are nested too deeply");
  const nodes: Node[] = [];
  while (cursor.at < cursor.end) {
    const found = peek(cursor);
    if (found === token.endOfFragment || found === token.endElement) {
      cursor.at += 1;
      return nodes;
    }
    const node = parseNode(cursor, found, depth);
    if (node !== undefined) append(nodes, node);
  }
  if (depth > 0) throw new UnreadableRecord("an element without an end");
  return nodes;
}

function parseNode(cursor: Cursor, found: number, depth: number): Node | undefined {
  switch (found) {
    case token.fragmentHeader:
      skip(cursor, 4);
      return undefined;
    case token.openElement:
      return parseElement(cursor, depth);
    case token.templateInstance: {
      const at = cursor.at;
      cursor.at = readInstance(cursor.chunk, at, cursor.end).end;
      return { kind: "instance", at };
    }
    case token.processingTarget:
      skip(cursor, 1);
      readName(cursor);
      return undefined;
    case token.processingData:
      skip(cursor, 1);
      readText(cursor);
      return undefined;
    default:
      return parsePart(cursor, found);
  }
}

function parseElement(cursor: Cursor, depth: number): Element {
  const hasAttributes = (cursor.chunk.view.getUint8(cursor.at) & token.more) !== 0;
  settleDependencyIds(cursor);
  skip(cursor, 1 + (cursor.hasDependencyIds ? 2 : 0) + 4);
  const name = readName(cursor);
  if (hasAttributes) skip(cursor, 4);
  const attributes: Attribute[] = [];
  while (peek(cursor) === token.attribute) {
    skip(cursor, 1);
    attributes.push({ name: readName(cursor), parts: parseParts(cursor) });
  }
  const close = peek(cursor);
  skip(cursor, 1);
  if (close === token.closeEmptyElement)
    return { kind: "element", name, attributes, children: [], isSelfClosing: true };
  if (close !== token.closeStartElement) throw new UnreadableRecord(`token ${close} in a start tag`);
  return {
    kind: "element",
    name,
    attributes,
    children: parseContent(cursor, depth + 1),
    isSelfClosing: false,
  };
}

function parseParts(cursor: Cursor): Part[] {
  const parts: Part[] = [];
  for (;;) {
    const found = peek(cursor);
    if (found === token.attribute || found === token.closeStartElement || found === token.closeEmptyElement) {
      return parts;
    }
    append(parts, parsePart(cursor, found));
  }
}

function parsePart(cursor: Cursor, found: number): Part {
  skip(cursor, 1);
  switch (found) {
    case token.value:
      if (skip(cursor, 1) !== 1) throw new UnreadableRecord("a literal that is not text");
      return { kind: "text", text: readText(cursor) };
    case token.cdata:
      return { kind: "text", text: readText(cursor) };
    case token.characterReference:
      return { kind: "text", text: String.fromCharCode(readUint16(cursor)) };
    case token.entityReference:
      return { kind: "text", text: entityText(readName(cursor)) };
    case token.hole:
    case token.optionalHole: {
      const index = readUint16(cursor);
      skip(cursor, 1);
      return { kind: "hole", index, isOptional: found === token.optionalHole };
    }
    default:
      throw new UnreadableRecord(`token ${found} in content`);
  }
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const entityText = (name: string): string => entities.get(name) ?? `&${name};`;

/** Texts that follow each other are one text. */
function append<N extends Node>(nodes: (N | Part)[], node: N | Part): void {
  const last = node.kind === "text" ? nodes.at(-1) : undefined;
  if (node.kind === "text" && last?.kind === "text") {
    nodes[nodes.length - 1] = { kind: "text", text: last.text + node.text };
  } else nodes.push(node);
}
