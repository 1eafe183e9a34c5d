import { localName } from "../xml/xml-element.ts";
import type { Element, Node } from "./nodes.ts";
import type { SystemField } from "./system-fields.ts";
import { isSystemField } from "./system-fields.ts";
import type { Source, ValueSource } from "./text-source.ts";
import { attributeSource, contentSource, textSource, textsOf } from "./text-source.ts";

/** Which parts of a tree become which properties of an event. */
export type RecordPlan = readonly RecordStep[];

export type RecordStep =
  | FieldStep
  | DatumStep
  | UserDataStep
  | PathStep
  | RepeatedStep
  | NestedStep
  | NestedValueStep;

interface FieldStep {
  readonly kind: "field";
  readonly field: SystemField;
  readonly source: Source;
}

/** A child of EventData. */
export interface DatumStep {
  readonly kind: "datum";
  /** Its `Name`, or its own name unless that is `Data`. */
  readonly name: Source | undefined;
  readonly own: string;
  /** Its text; undefined when it holds elements. */
  readonly source: Source | undefined;
  /** For an element that holds elements: what is in it, its attributes included, by path. */
  readonly parts: RecordPlan;
}

/** UserData begins. */
interface UserDataStep {
  readonly kind: "user-data";
}

/** A value that is named by where it stands. */
export interface PathStep {
  readonly kind: "path";
  /** `RmSessionEvent/RmSessionId` */
  readonly path: string;
  readonly source: Source;
  /** In attributes a carriage return survives the export, as a reference. */
  readonly isAttribute: boolean;
}

/** An element whose whole content is one value: it stands once for each member of a list, and not for a null. */
export interface RepeatedStep {
  readonly kind: "repeated";
  readonly path: string;
  readonly attributes: RecordPlan;
  readonly source: ValueSource;
}

/** A template with its own values among the nodes. */
interface NestedStep {
  readonly kind: "nested";
  readonly at: number;
  /** Where it stands, if that gives names to what is in it. */
  readonly path: string | undefined;
}

/** A value that holds the elements that stand here, usually EventData or UserData. */
interface NestedValueStep {
  readonly kind: "nested-value";
  readonly index: number;
}

/** For a whole event, or for what stands directly in one. */
export const compileRecord = (nodes: readonly Node[]): RecordPlan => nodes.flatMap(stepsOfTop);

/** For what stands where values are named by their path. */
export const compilePaths = (nodes: readonly Node[]): RecordPlan => stepsOfContent(nodes, "");

function stepsOfTop(node: Node): RecordStep[] {
  if (node.kind === "text") return [];
  if (node.kind === "hole") return [{ kind: "nested-value", index: node.index }];
  if (node.kind === "instance") return [{ kind: "nested", at: node.at, path: undefined }];
  return stepsOfSection[localName(node.name)]?.(node) ?? [];
}

const stepsOfSection: Readonly<Record<string, (element: Element) => RecordStep[]>> = {
  Event: (event) => event.children.flatMap(stepsOfTop),
  System: (system) => system.children.flatMap((child) => stepsOfField(child, "")),
  RenderingInfo: (rendering) => [
    ...stepsOfField(rendering, ""),
    ...rendering.children.flatMap((child) => stepsOfField(child, "RenderingInfo/")),
  ],
  EventData: (eventData) => eventData.children.flatMap(stepsOfDatum),
  Data: (datum) => stepsOfDatum(datum),
  UserData: (userData) => [{ kind: "user-data" }, ...stepsOfContent(userData.children, "")],
};

/** `Provider/@Name`, `Level`, `RenderingInfo/Message`. */
function stepsOfField(node: Node, path: string): FieldStep[] {
  if (node.kind !== "element") return [];
  const own = path + localName(node.name);
  const steps: FieldStep[] = [];
  if (isSystemField(own)) steps.push({ kind: "field", field: own, source: contentSource(node.children) });
  for (const attribute of node.attributes) {
    const field = `${own}/@${attribute.name}`;
    if (isSystemField(field)) steps.push({ kind: "field", field, source: attributeSource(attribute) });
  }
  return steps;
}

function stepsOfDatum(node: Node): RecordStep[] {
  if (node.kind !== "element") return stepsOfTop(node);
  const own = localName(node.name);
  const nameAttribute = node.attributes.find(({ name }) => name === "Name");
  const ownName: Source | undefined = own === "Data" ? undefined : { kind: "constant", text: own };
  const name = nameAttribute === undefined ? ownName : attributeSource(nameAttribute);
  const texts = textsOf(node.children);
  const isText = texts.length === node.children.length;
  const parts = isText ? stepsOfAttributes(node, "") : stepsWithin(node, "");
  return [{ kind: "datum", name, own, source: isText ? textSource(texts) : undefined, parts }];
}

function stepsWithin(element: Element, path: string): RecordStep[] {
  const attributes = stepsOfAttributes(element, path);
  const source = textSource(textsOf(element.children));
  if (element.children.length === 1 && source.kind === "value") {
    return [{ kind: "repeated", path, attributes, source }];
  }
  return [...attributes, ...stepsOfContent(element.children, path)];
}

function stepsOfAttributes({ attributes }: Element, path: string): RecordStep[] {
  return attributes
    .filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:"))
    .map((attribute) => ({
      kind: "path",
      path: joinPaths(path, `@${attribute.name}`),
      source: attributeSource(attribute),
      isAttribute: true,
    }));
}

function stepsOfContent(nodes: readonly Node[], path: string): RecordStep[] {
  const own = textsOf(nodes);
  const texts = own.filter((part) => part.kind === "hole" || part.text.trim() !== "");
  const areHoles = texts.every((part) => part.kind === "hole");
  const sources = areHoles ? texts.map((part) => textSource([part])) : [textSource(own)];
  return [
    ...sources.map((source): RecordStep => ({ kind: "path", path, source, isAttribute: false })),
    ...nodes.flatMap((node) => stepsOfPart(node, path)),
  ];
}

function stepsOfPart(node: Node, path: string): RecordStep[] {
  if (node.kind === "instance") return [{ kind: "nested", at: node.at, path }];
  return node.kind === "element" ? stepsWithin(node, joinPaths(path, localName(node.name))) : [];
}

export const joinPaths = (outer: string, inner: string): string =>
  outer === "" || inner === "" ? outer + inner : `${outer}/${inner}`;
