import type { Child, Embedded, Tree } from "./tree.ts";
import type { Value } from "./values.ts";

/** Where a chunk is being filled. */
export interface ChunkSpace {
  readonly bytes: Buffer;
  at: number;
  /** Offsets of what the chunk holds already, by name and by the template's own text. */
  names: Map<string, number>;
  templates: Map<string, number>;
}

type Stored = Value | Embedded;

export class ChunkFull extends Error {}

/** One record's fragment: a template with values, or (`asTemplate` false) all of it written out. */
export function writeFragment(space: ChunkSpace, root: Tree, asTemplate: boolean): void {
  put(space, [0x0f, 1, 1, 0]);
  if (asTemplate) writeInstance(space, root);
  else writeElement(space, root, undefined);
  put(space, [0]);
}

function writeInstance(space: ChunkSpace, root: Tree): void {
  const key = JSON.stringify(root, (_, part) => (isStored(part) ? part.kind : part));
  const known = space.templates.get(key);
  const id = known ?? space.at + 10;
  put(space, [0x0c, 1]);
  putUint32(space, id);
  putUint32(space, id);
  if (known === undefined) {
    space.templates.set(key, space.at);
    writeDefinition(space, root);
  }
  writeValues(space, storedOf(root));
}

function writeDefinition(space: ChunkSpace, root: Tree): void {
  putUint32(space, 0);
  put(space, Buffer.alloc(16, 0xa5));
  const size = reserveUint32(space);
  put(space, [0x0f, 1, 1, 0]);
  writeElement(space, root, { next: 0 });
  put(space, [0]);
  fillSize(space, size);
}

function writeValues(space: ChunkSpace, stored: readonly Stored[]): void {
  putUint32(space, stored.length);
  const descriptors = space.at;
  put(space, Buffer.alloc(4 * stored.length));
  stored.forEach((item, index) => {
    const start = space.at;
    if (item.kind === "value") put(space, item.bytes);
    else writeFragment(space, item.root, item.asTemplate);
    space.bytes.writeUInt16LE(space.at - start, descriptors + 4 * index);
    space.bytes.writeUInt8(item.kind === "value" ? item.type : 0x21, descriptors + 4 * index + 2);
  });
}

/** `holes` counts the values met so far; undefined where there are none and all is written out. */
function writeElement(space: ChunkSpace, element: Tree, holes: { next: number } | undefined): void {
  const attributes = Object.entries(element.attributes);
  put(space, [attributes.length > 0 ? 0x41 : 0x01]);
  if (holes !== undefined) put(space, [0xff, 0xff]);
  const size = reserveUint32(space);
  writeName(space, element.name);
  const attributesSize = attributes.length > 0 ? reserveUint32(space) : undefined;
  attributes.forEach(([name, content], index) => {
    put(space, [index + 1 < attributes.length ? 0x46 : 0x06]);
    writeName(space, name);
    writeContent(space, content, holes);
  });
  if (attributesSize !== undefined) fillSize(space, attributesSize);
  put(space, [element.isSelfClosing ? 0x03 : 0x02]);
  for (const child of element.children) writeChild(space, child, holes);
  if (!element.isSelfClosing) put(space, [0x04]);
  fillSize(space, size);
}

function writeChild(space: ChunkSpace, child: Child, holes: { next: number } | undefined): void {
  if (typeof child === "object" && child.kind === "tree") writeElement(space, child, holes);
  else if (typeof child === "object" && child.kind === "embedded" && holes === undefined) {
    if (child.asTemplate) writeInstance(space, child.root);
    else writeElement(space, child.root, undefined);
  } else writeContent(space, child, holes);
}

function writeContent(
  space: ChunkSpace,
  content: string | Stored,
  holes: { next: number } | undefined,
): void {
  if (typeof content !== "string" && holes !== undefined) {
    put(space, [0x0e, holes.next & 0xff, holes.next >> 8, content.kind === "value" ? content.type : 0x21]);
    holes.next += 1;
    return;
  }
  if (typeof content !== "string" && content.kind === "embedded")
    throw new Error("an attribute cannot hold elements");
  const text = typeof content === "string" ? content : content.texts.join(", ");
  put(space, [0x05, 0x01, text.length & 0xff, text.length >> 8]);
  put(space, Buffer.from(text, "utf16le"));
}

export function writeName(space: ChunkSpace, name: string): void {
  const known = space.names.get(name);
  putUint32(space, known ?? space.at + 4);
  if (known !== undefined) return;
  space.names.set(name, space.at);
  put(space, [0, 0, 0, 0, nameHash(name) & 0xff, nameHash(name) >> 8, name.length & 0xff, name.length >> 8]);
  put(space, Buffer.from(`${name}\0`, "utf16le"));
}

function nameHash(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 65_599 + character.charCodeAt(0)) >>> 0;
  return hash & 0xffff;
}

const isStored = (part: unknown): part is Stored =>
  typeof part === "object" &&
  part !== null &&
  "kind" in part &&
  (part.kind === "value" || part.kind === "embedded");

/** In the order of the holes. */
function storedOf(element: Tree): Stored[] {
  const attributes = Object.values(element.attributes).filter((content) => typeof content !== "string");
  const children = element.children.flatMap((child): Stored[] => {
    if (typeof child === "string") return [];
    return child.kind === "tree" ? storedOf(child) : [child];
  });
  return [...attributes, ...children];
}

export function put(space: ChunkSpace, bytes: Buffer | readonly number[]): void {
  if (space.at + bytes.length > space.bytes.length) throw new ChunkFull();
  space.bytes.set(bytes, space.at);
  space.at += bytes.length;
}

export function putUint32(space: ChunkSpace, n: number): void {
  put(space, [n & 0xff, (n >> 8) & 0xff, (n >> 16) & 0xff, n >>> 24]);
}

export function reserveUint32(space: ChunkSpace): number {
  putUint32(space, 0);
  return space.at - 4;
}

/** Sizes count what follows them. */
export function fillSize(space: ChunkSpace, at: number): void {
  space.bytes.writeUInt32LE(space.at - at - 4, at);
}
