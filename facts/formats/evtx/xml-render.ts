import type { Decoder, Filled } from "./fragment.ts";
import { enter, leave, openFragment, openInstance, spend } from "./fragment.ts";
import { valueSize, valueType } from "./template-instance.ts";
import { listTexts } from "./value-list.ts";
import { arrayFlag, valueKind, valueText } from "./value-text.ts";
import type { Content, XmlPlan, XmlStep } from "./xml-plan.ts";
import { compileXml, planAgain } from "./xml-plan.ts";
import { escapeAttribute, escapeText } from "./xml-text.ts";

/** The XML of the fragment, as Windows exports it. */
export function renderXml(decoder: Decoder, filled: Filled): string {
  const { template } = filled;
  template.xml ??= compileXml(template.nodes);
  enter(decoder, filled);
  const xml = runXml(decoder, filled, template.xml);
  leave(decoder);
  return xml;
}

export function runXml(decoder: Decoder, filled: Filled, plan: XmlPlan): string {
  let xml = "";
  for (const step of plan) {
    const text = stepXml(decoder, filled, step);
    spend(decoder, text.length);
    xml += text;
  }
  return xml;
}

function stepXml(decoder: Decoder, filled: Filled, step: XmlStep): string {
  switch (step.kind) {
    case "written":
      return step.text;
    case "unless-null":
      return isNull(decoder, filled, step.index) ? "" : runXml(decoder, filled, step.plan);
    case "content":
      return contentXml(decoder, filled, step);
    case "attribute-value":
      return attributeXml(decoder, filled, step.index);
    case "nested":
      return renderXml(decoder, openInstance(decoder.chunk, step.at));
  }
}

function contentXml(decoder: Decoder, filled: Filled, content: Content): string {
  const { chunk } = decoder;
  const { index } = content;
  const at = filled.offsets[index];
  if (at === undefined) return "";
  const type = valueType(chunk, filled.values, index);
  const size = valueSize(chunk, filled.values, index);
  spend(decoder, size);
  if (type === valueKind.binaryXml) return renderXml(decoder, openFragment(chunk, at, at + size));
  if ((type & arrayFlag) === 0) return escapeText(valueText(chunk, type, at, size));
  const again = planAgain(content);
  const between = again === undefined ? ", " : runXml(decoder, filled, again);
  return joinMembers(decoder, listTexts(chunk, type & ~arrayFlag, at, size), between);
}

function joinMembers(decoder: Decoder, members: readonly string[], between: string): string {
  spend(decoder, members.length * between.length);
  return members.map(escapeText).join(between);
}

function attributeXml(decoder: Decoder, filled: Filled, index: number): string {
  return escapeAttribute(plainValue(decoder, filled, index));
}

/** A value where no markup can stand. */
export function plainValue(decoder: Decoder, filled: Filled, index: number): string {
  const { chunk } = decoder;
  const at = filled.offsets[index];
  if (at === undefined) return "";
  const type = valueType(chunk, filled.values, index);
  const size = valueSize(chunk, filled.values, index);
  spend(decoder, size);
  if ((type & arrayFlag) === 0) return valueText(chunk, type, at, size);
  return listTexts(chunk, type & ~arrayFlag, at, size).join(", ");
}

/** Null is a type of its own: an empty text is not null. */
export function isNull({ chunk }: Decoder, { values }: Filled, index: number): boolean {
  return index >= values.count || valueType(chunk, values, index) === valueKind.null;
}
