import type { EventLook, WholeLook } from "../event-look.ts";
import type { Chunk, Template } from "./chunk.ts";
import { filetimeInstant } from "./filetime.ts";
import { templateStart } from "./fragment.ts";
import { knownText, type TextReader } from "./known-text.ts";
import { type SystemPlace, systemSource } from "./system-source.ts";
import { templateAt } from "./template.ts";
import { definitionOffset, type InstanceHead, readInstanceHead } from "./template-instance.ts";
import { need } from "./unreadable-record.ts";
import { valueKind } from "./value-text.ts";

type Looked = { -readonly [Name in keyof WholeLook]: WholeLook[Name] };
type Field = keyof Looked;

const places: Readonly<Record<Field, SystemPlace>> = {
  recordId: { element: "EventRecordID" },
  instant: { element: "TimeCreated", attribute: "SystemTime" },
  provider: { element: "Provider", attribute: "Name" },
  eventId: { element: "EventID" },
  channel: { element: "Channel" },
  computer: { element: "Computer" },
};

interface LookPlan {
  /** What the template says by itself; the rest is filled in. */
  readonly constant: Looked;
  /** By the number of a value: what it is of the look. */
  readonly fields: readonly (Field | undefined)[];
}

type Texts = Readonly<Record<"provider" | "channel" | "computer", TextReader>>;

/** Looks at records by their bytes. Undefined: the bytes alone do not tell, and the record has to be decoded. */
export function compileRawLook(): (chunk: Chunk, at: number, end: number) => EventLook | undefined {
  const plans = new WeakMap<Template, LookPlan | "decode">();
  const texts = { provider: knownText(), channel: knownText(), computer: knownText() };
  return (chunk, at, end) => {
    const start = templateStart(chunk, at, end);
    if (start < 0) return undefined;
    const template = templateAt(chunk, definitionOffset(chunk, start, end));
    let plan = plans.get(template);
    if (plan === undefined) {
      plan = planOf(template);
      plans.set(template, plan);
    }
    return plan === "decode" ? undefined : look(plan, chunk, readInstanceHead(chunk, start, end), end, texts);
  };
}

function planOf(template: Template): LookPlan | "decode" {
  const constant: Looked = { recordId: 0, instant: 0, provider: "", eventId: 0, channel: "", computer: "" };
  const fields: (Field | undefined)[] = [];
  for (const [field, place] of Object.entries(places) as [Field, SystemPlace][]) {
    const source = systemSource(template, place);
    if (source?.kind === "value") fields[source.index] = field;
    else if (source?.kind !== "constant" || !setConstant(constant, field, source.text)) return "decode";
  }
  return { constant, fields: Array.from(fields) };
}

/** False for what no template of Windows holds as text. */
function setConstant(constant: Looked, field: Field, text: string): boolean {
  if (field === "provider" || field === "channel" || field === "computer") {
    constant[field] = text;
    return text !== "";
  }
  constant.eventId = Number(text);
  return field === "eventId" && /^\d{1,5}$/.test(text);
}

function look(
  { constant, fields }: LookPlan,
  chunk: Chunk,
  { count, valuesAt, descriptorsAt }: InstanceHead,
  end: number,
  texts: Texts,
): EventLook | undefined {
  if (count < fields.length) return undefined;
  const { recordId, instant, provider, eventId, channel, computer } = constant;
  const looked: Looked = { recordId, instant, provider, eventId, channel, computer };
  let at = valuesAt;
  for (let index = 0; index < fields.length; index += 1) {
    const descriptorAt = descriptorsAt + 4 * index;
    const size = chunk.view.getUint16(descriptorAt, true);
    const field = fields[index];
    if (field !== undefined) {
      need(at, size, end);
      const type = chunk.view.getUint8(descriptorAt + 2);
      if (!take(looked, field, chunk, type, at, size, texts)) return undefined;
    }
    at += size;
  }
  return looked;
}

function take(
  looked: Looked,
  field: Field,
  chunk: Chunk,
  type: number,
  at: number,
  size: number,
  texts: Texts,
): boolean {
  if (field === "provider" || field === "channel" || field === "computer") {
    looked[field] = texts[field](chunk, type, at, size);
    return looked[field] !== "";
  }
  const value = numberOf(field, chunk, type, at, size);
  looked[field] = value;
  return value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

/** Not a number where the value is not of the type that Windows gives it. */
function numberOf(
  field: "recordId" | "instant" | "eventId",
  { view }: Chunk,
  type: number,
  at: number,
  size: number,
): number {
  if (field === "eventId") return type === 0x06 && size === 2 ? view.getUint16(at, true) : Number.NaN;
  if (size !== 8) return Number.NaN;
  const [low, high] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
  if (field === "recordId") return type === 0x0a ? high * 2 ** 32 + low : Number.NaN;
  return type === valueKind.filetime ? (filetimeInstant(high, low) ?? Number.NaN) : Number.NaN;
}
