import type { EventDatum } from "../event-record.ts";
import type { Decoder, Filled } from "./fragment.ts";
import { enter, leave, openFragment, openInstance, spend } from "./fragment.ts";
import type { DatumStep, PathStep, RecordPlan, RecordStep, RepeatedStep } from "./record-plan.ts";
import { compilePaths, compileRecord, joinPaths } from "./record-plan.ts";
import type { Draft, SystemField } from "./system-fields.ts";
import { fieldOf } from "./system-fields.ts";
import { valueSize, valueType } from "./template-instance.ts";
import type { Source } from "./text-source.ts";
import { listTexts } from "./value-list.ts";
import { arrayFlag, valueKind } from "./value-text.ts";
import { isNull, plainValue, renderXml } from "./xml-render.ts";
import { withLineFeeds } from "./xml-text.ts";

/** Where values go that are named by their path, and how their paths begin. */
interface Place {
  readonly into: EventDatum[];
  readonly path: string;
}

/** Adds to the draft what the fragment says; without a place it is an event, or a section of one. */
export function fillDraft(decoder: Decoder, draft: Draft, filled: Filled, place?: Place): void {
  enter(decoder, filled);
  runPlan(decoder, draft, filled, planOf(filled, place), place);
  leave(decoder);
}

function planOf({ template }: Filled, place: Place | undefined): RecordPlan {
  if (place === undefined) {
    template.record ??= compileRecord(template.nodes);
    return template.record;
  }
  template.paths ??= compilePaths(template.nodes);
  return template.paths;
}

function runPlan(decoder: Decoder, draft: Draft, filled: Filled, plan: RecordPlan, place?: Place): void {
  for (const step of plan) {
    spend(decoder, 0);
    runStep(decoder, draft, filled, step, place);
  }
}

function runStep(decoder: Decoder, draft: Draft, filled: Filled, step: RecordStep, place?: Place): void {
  switch (step.kind) {
    case "field":
      fillField(decoder, draft, filled, step.field, step.source);
      break;
    case "datum":
      fillDatum(decoder, draft, filled, step);
      break;
    case "user-data":
      draft.userData ??= [];
      break;
    case "path":
      fillPath(decoder, draft, filled, step, placeBelow(draft, place, step.path));
      break;
    case "repeated":
      fillRepeated(decoder, draft, filled, step, placeBelow(draft, place, ""));
      break;
    case "nested": {
      const inner = step.path === undefined ? undefined : placeBelow(draft, place, step.path);
      fillDraft(decoder, draft, openInstance(decoder.chunk, step.at), inner);
      break;
    }
    case "nested-value": {
      const nested = binaryXml(decoder, filled, step.index);
      if (nested !== undefined) fillDraft(decoder, draft, nested);
    }
  }
}

function placeBelow(draft: Draft, place: Place | undefined, path: string): Place {
  if (place !== undefined) return { into: place.into, path: joinPaths(place.path, path) };
  draft.userData ??= [];
  return { into: draft.userData, path };
}

function fillField(decoder: Decoder, draft: Draft, filled: Filled, path: SystemField, source: Source): void {
  const text = sourceText(decoder, filled, source);
  if (text === "") return;
  const field = fieldOf(path);
  if (field.kind === "text") {
    field.set(draft, text);
    return;
  }
  const value = Number(text);
  if (Number.isSafeInteger(value)) field.set(draft, value);
}

function fillDatum(decoder: Decoder, draft: Draft, filled: Filled, step: DatumStep): void {
  const { source } = step;
  if (source !== undefined && isLeftOut(decoder, filled, source)) return;
  const name = step.name === undefined ? undefined : sourceText(decoder, filled, step.name);
  const nested = source?.kind === "value" ? binaryXml(decoder, filled, source.index) : undefined;
  if (source === undefined || nested !== undefined) {
    const place: Place = { into: draft.data, path: name ?? step.own };
    runPlan(decoder, draft, filled, step.parts, place);
    if (nested !== undefined) fillDraft(decoder, draft, nested, place);
    return;
  }
  for (const text of sourceTexts(decoder, filled, source)) {
    const value = withLineFeeds(text);
    draft.data.push(name === undefined ? { value } : { name, value });
  }
}

function fillPath(decoder: Decoder, draft: Draft, filled: Filled, step: PathStep, place: Place): void {
  const { source, isAttribute } = step;
  const nested = source.kind === "value" ? binaryXml(decoder, filled, source.index) : undefined;
  if (nested !== undefined) {
    fillDraft(decoder, draft, nested, place);
    return;
  }
  for (const text of sourceTexts(decoder, filled, source))
    pushText(decoder, place, isAttribute ? text : withLineFeeds(text));
}

function fillRepeated(
  decoder: Decoder,
  draft: Draft,
  filled: Filled,
  step: RepeatedStep,
  place: Place,
): void {
  const { source, attributes } = step;
  if (isLeftOut(decoder, filled, source)) return;
  const own = placeBelow(draft, place, step.path);
  const nested = binaryXml(decoder, filled, source.index);
  const texts = nested === undefined ? sourceTexts(decoder, filled, source) : [""];
  for (const text of texts) {
    runPlan(decoder, draft, filled, attributes, place);
    pushText(decoder, own, withLineFeeds(text));
  }
  if (nested !== undefined) fillDraft(decoder, draft, nested, own);
}

function pushText(decoder: Decoder, { into, path }: Place, value: string): void {
  spend(decoder, path.length);
  if (value.trim() !== "") into.push(path === "" ? { value } : { name: path, value });
}

const isLeftOut = (decoder: Decoder, filled: Filled, source: Source): boolean =>
  source.kind === "value" && source.isOptional && isNull(decoder, filled, source.index);

function binaryXml({ chunk }: Decoder, { values, offsets }: Filled, index: number): Filled | undefined {
  const at = offsets[index];
  if (at === undefined || valueType(chunk, values, index) !== valueKind.binaryXml) return undefined;
  return openFragment(chunk, at, at + valueSize(chunk, values, index));
}

/** The members of a list stand one by one, as Windows repeats the element for each. */
function sourceTexts(decoder: Decoder, filled: Filled, source: Source): readonly string[] {
  const at = source.kind === "value" ? filled.offsets[source.index] : undefined;
  if (source.kind !== "value" || at === undefined) return [sourceText(decoder, filled, source)];
  const type = valueType(decoder.chunk, filled.values, source.index);
  if ((type & arrayFlag) === 0) return [sourceText(decoder, filled, source)];
  const size = valueSize(decoder.chunk, filled.values, source.index);
  spend(decoder, size);
  const texts = listTexts(decoder.chunk, type & ~arrayFlag, at, size);
  spend(decoder, texts.length * 8);
  return texts.length === 0 ? [""] : texts;
}

function sourceText(decoder: Decoder, filled: Filled, source: Source): string {
  const text = readSource(decoder, filled, source);
  spend(decoder, text.length);
  return text;
}

function readSource(decoder: Decoder, filled: Filled, source: Source): string {
  switch (source.kind) {
    case "constant":
      return source.text;
    case "value": {
      const nested = binaryXml(decoder, filled, source.index);
      return nested === undefined ? plainValue(decoder, filled, source.index) : renderXml(decoder, nested);
    }
    case "mixed":
      return source.parts
        .map((part) => (part.kind === "text" ? part.text : plainValue(decoder, filled, part.index)))
        .join("");
  }
}
