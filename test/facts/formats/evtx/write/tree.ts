import type { Value } from "./values.ts";

/** An event as it is to be written: texts belong to the template, values are stored with each record. */
export interface Tree {
  readonly kind: "tree";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | Value>>;
  readonly children: readonly Child[];
  /** Written `<Name/>`. */
  readonly isSelfClosing: boolean;
}

export type Child = Tree | string | Value | Embedded;

/** Binary XML as a value: `asTemplate` with values of its own, or with everything written out. */
export interface Embedded {
  readonly kind: "embedded";
  readonly root: Tree;
  readonly asTemplate: boolean;
}

export function tree(name: string, attributes: Tree["attributes"] = {}, ...children: readonly Child[]): Tree {
  return { kind: "tree", name, attributes, children, isSelfClosing: false };
}

export function selfClosing(name: string, attributes: Tree["attributes"] = {}): Tree {
  return { kind: "tree", name, attributes, children: [], isSelfClosing: true };
}

export const embed = (root: Tree, asTemplate = true): Embedded => ({ kind: "embedded", root, asTemplate });

/** The XML that Windows exports for it, made without any of the reader's code. */
export function xmlTwin(root: Tree): string {
  const [only] = root.children;
  if (root.children.length !== 1 || typeof only !== "object" || only.kind !== "value") {
    const inner = root.children.map(childXml).join("");
    return root.isSelfClosing ? `${startTag(root)}/>` : `${startTag(root)}>${inner}</${root.name}>`;
  }
  if (only.type === 0) return "";
  const texts = only.texts.length === 0 ? [""] : only.texts;
  return texts.map((text) => `${startTag(root)}>${escapeXml(text)}</${root.name}>`).join("");
}

function childXml(child: Child): string {
  if (typeof child === "string") return escapeXml(child);
  if (child.kind === "tree") return xmlTwin(child);
  return child.kind === "embedded" ? xmlTwin(child.root) : escapeXml(child.texts.join(", "));
}

function startTag({ name, attributes }: Tree): string {
  const kept = Object.entries(attributes).filter(
    ([, content]) => typeof content === "string" || content.type !== 0,
  );
  const written = kept.map(([key, content]) => {
    const text = typeof content === "string" ? content : content.texts.join(", ");
    return ` ${key}='${escapeXml(text).replaceAll("'", "&apos;")}'`;
  });
  return `<${name}${written.join("")}`;
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r\n", "\n");
