import type { EventDatum } from "../event-record.ts";
import { eventOfProperties, eventPropertyNames } from "../powershell/event-properties.ts";
import { notUnderstood } from "../powershell/not-understood.ts";
import {
  type DamageItem,
  type DatedEvent,
  type SettledEvent,
  settleDates,
} from "../powershell/settle-dates.ts";
import { writtenDate } from "../powershell/written-date.ts";
import { JsonElements, type JsonPiece } from "./json-elements.ts";
import { isPrintedEvent, printedEvent, printedTime } from "./printed-event.ts";
import { propertiesOf, textOf } from "./property-values.ts";

/**
 * Events that `Get-WinEvent | ConvertTo-Json` wrote, from Windows PowerShell and PowerShell 7, or that this tool printed: a
 * list, one event alone, or one event after the other. Takes the decoded text in chunks of any size, in the memory of one chunk and one event.
 */
export function readEventJson(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<SettledEvent | DamageItem> {
  return settleDates<DamageItem>(readObjects(chunks));
}

async function* readObjects(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<DatedEvent | DamageItem> {
  const elements = new JsonElements();
  const objects = new Objects();
  for await (const chunk of chunks) {
    for (const piece of elements.push(chunk)) yield* objects.take(piece);
  }
  for (const piece of elements.end()) yield* objects.take(piece);
}

class Objects {
  #hasNotedCut = false;

  take(piece: JsonPiece): readonly (DatedEvent | DamageItem)[] {
    if (piece.kind === "damage") return [piece];
    const { text, line } = piece;
    const properties = parse(text);
    if (properties === undefined) return [damaged("not-json", line, notJson)];
    if (isPrintedEvent(properties)) return dated(printedEvent(properties), printedTime(properties), line);
    if (!Object.keys(properties).some((name) => eventPropertyNames.has(name)))
      return [damaged("not-an-event", line, notAnEvent)];
    const values = propertiesOf(properties.Properties);
    const notes = values === "cut" && !this.#hasNotedCut ? [damaged("values-cut", line, valuesCut)] : [];
    this.#hasNotedCut ||= values === "cut";
    return [...eventOf(text, properties, values === "cut" ? [] : values, line), ...notes];
  }
}

function eventOf(
  text: string,
  properties: Readonly<Record<string, unknown>>,
  data: readonly EventDatum[],
  line: number,
): readonly (DatedEvent | DamageItem)[] {
  const read = (name: string): string | undefined =>
    Object.hasOwn(properties, name) ? textOf(name, properties[name], text) : undefined;
  return dated(eventOfProperties(read, data), read("TimeCreated"), line);
}

function dated(
  { event, strange }: ReturnType<typeof eventOfProperties>,
  written: string | undefined,
  line: number,
): readonly (DatedEvent | DamageItem)[] {
  const date = written === undefined ? undefined : writtenDate(written);
  const names = [...strange, ...(date?.kind === "strange" ? ["TimeCreated"] : [])];
  const item: DatedEvent = { kind: "event", event, line, date, written: written ?? "" };
  return [item, ...names.map((name) => notUnderstood(name, line))];
}

/** Only the outermost properties are looked at, so depth and odd names have nothing to work on. */
function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

const notJson = "The event that begins here is not well-formed JSON; it is left out.";
const notAnEvent = "The object that begins here has none of the properties of an event; it is left out.";
const valuesCut =
  "ConvertTo-Json wrote names of types in place of the values of the events, from here on at least; with -Depth 4 it writes the values.";

function damaged(code: string, line: number, message: string): DamageItem {
  return { kind: "damage", damage: { code, message, line } };
}
