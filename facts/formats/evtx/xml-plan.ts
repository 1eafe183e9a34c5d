import type { Attribute, Element, Hole, Node } from "./nodes.ts";
import { escapeAttribute, escapeText } from "./xml-text.ts";

/** A tree as a list of steps, with everything that is the same in each record already written. */
export type XmlPlan = readonly XmlStep[];

export type XmlStep = Written | UnlessNull | Content | AttributeValue | Nested;

interface Written {
  readonly kind: "written";
  text: string;
}

/** Windows leaves an attribute or element out when its whole content is one optional value and that is null. */
interface UnlessNull {
  readonly kind: "unless-null";
  readonly index: number;
  readonly plan: XmlPlan;
}

/** A value between tags. */
export interface Content {
  readonly kind: "content";
  readonly index: number;
  /** The element whose whole content it is: Windows repeats that for each member of a list. */
  readonly element: Element | undefined;
  /** See `planAgain`. */
  again?: XmlPlan;
}

/** A value in the quotes of an attribute. */
interface AttributeValue {
  readonly kind: "attribute-value";
  readonly index: number;
}

interface Nested {
  readonly kind: "nested";
  /** Offset of a template with its own values. */
  readonly at: number;
}

export function compileXml(nodes: readonly Node[]): XmlPlan {
  const plan: XmlStep[] = [];
  for (const node of nodes) addNode(plan, node);
  return plan;
}

/** Ends the element of this content and starts it once more. Few values are lists, so it is made when needed. */
export function planAgain(content: Content): XmlPlan | undefined {
  if (content.again === undefined && content.element !== undefined) {
    const plan: XmlStep[] = [];
    write(plan, endTag(content.element));
    addStartTag(plan, content.element);
    content.again = plan;
  }
  return content.again;
}

function addNode(plan: XmlStep[], node: Node): void {
  switch (node.kind) {
    case "text":
      write(plan, escapeText(node.text));
      break;
    case "hole":
      plan.push({ kind: "content", index: node.index, element: undefined });
      break;
    case "instance":
      plan.push({ kind: "nested", at: node.at });
      break;
    case "element":
      addElement(plan, node);
  }
}

function addElement(plan: XmlStep[], element: Element): void {
  const hole = onlyHole(element.children);
  if (hole === undefined) addMixedElement(plan, element);
  else addUnlessNull(plan, hole, (inner) => addFilledElement(inner, element, hole));
}

function addMixedElement(plan: XmlStep[], element: Element): void {
  addStartTag(plan, element);
  for (const child of element.children) addNode(plan, child);
  if (!element.isSelfClosing) write(plan, endTag(element));
}

function addFilledElement(plan: XmlStep[], element: Element, hole: Hole): void {
  addStartTag(plan, element);
  plan.push({ kind: "content", index: hole.index, element });
  write(plan, endTag(element));
}

function addStartTag(plan: XmlStep[], { name, attributes, isSelfClosing }: Element): void {
  write(plan, `<${name}`);
  for (const attribute of attributes) {
    const hole = onlyHole(attribute.parts);
    if (hole === undefined) addAttribute(plan, attribute);
    else addUnlessNull(plan, hole, (inner) => addAttribute(inner, attribute));
  }
  write(plan, isSelfClosing ? "/>" : ">");
}

function addAttribute(plan: XmlStep[], { name, parts }: Attribute): void {
  write(plan, ` ${name}='`);
  for (const part of parts) {
    if (part.kind === "text") write(plan, escapeAttribute(part.text));
    else plan.push({ kind: "attribute-value", index: part.index });
  }
  write(plan, "'");
}

function addUnlessNull(plan: XmlStep[], hole: Hole, add: (plan: XmlStep[]) => void): void {
  const steps: XmlStep[] = hole.isOptional ? [] : plan;
  add(steps);
  if (hole.isOptional) plan.push({ kind: "unless-null", index: hole.index, plan: steps });
}

const endTag = ({ name }: Element): string => `</${name}>`;

function onlyHole(nodes: readonly Node[]): Hole | undefined {
  const [node] = nodes;
  return nodes.length === 1 && node?.kind === "hole" ? node : undefined;
}

/** What is written next to each other becomes one text. */
function write(plan: XmlStep[], text: string): void {
  const last = plan.at(-1);
  if (last?.kind === "written") last.text += text;
  else plan.push({ kind: "written", text });
}
