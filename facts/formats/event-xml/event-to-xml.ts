import type { EventDatum, EventRecord } from "../event-record.ts";
import { characterReference } from "../xml/character-reference.ts";
import { writableXml } from "../xml/writable-xml.ts";
import { isXmlName } from "../xml/xml-characters.ts";

const namespace = "http://schemas.microsoft.com/win/2004/08/events/event";

/** An event as Windows writes it in an export, on one line as far as its values are; what is not known is left out. */
export function eventToXml(event: EventRecord): string {
  const xml = `<Event xmlns='${namespace}'>${systemXml(event)}${dataXml(event)}${messageXml(event)}</Event>`;
  return writableXml(xml);
}

type Value = string | number | undefined;

function systemXml(event: EventRecord): string {
  return [
    "<System>",
    empty("Provider", { Name: event.provider, Guid: event.providerGuid }),
    full("EventID", event.eventId, { Qualifiers: event.qualifiers }),
    full("Version", event.version),
    full("Level", event.level),
    full("Task", event.task),
    full("Opcode", event.opcode),
    full("Keywords", event.keywords),
    empty("TimeCreated", { SystemTime: event.time }),
    full("EventRecordID", event.recordId),
    empty("Correlation", { ActivityID: event.activityId }),
    empty("Execution", { ProcessID: event.processId, ThreadID: event.threadId }),
    full("Channel", event.channel),
    full("Computer", event.computer),
    empty("Security", { UserID: event.userSid }),
    "</System>",
  ].join("");
}

function dataXml({ data, userData }: EventRecord): string {
  const eventData = data.length === 0 ? "" : `<EventData>${data.map(datumXml).join("")}</EventData>`;
  if (userData === undefined) return eventData;
  return `${eventData}<UserData>${userData.map(pathXml).join("")}</UserData>`;
}

const datumXml = ({ name, value }: EventDatum): string => full("Data", value, { Name: name });

/** Each value with the elements that its path names. */
function pathXml({ name = "Data", value }: EventDatum): string {
  const steps = name.split("/");
  const attribute = steps.at(-1)?.startsWith("@") ? steps.pop()?.slice(1) : undefined;
  const names = [...steps, ...(attribute === undefined ? [] : [attribute])];
  if (steps.length === 0 || !names.every(isXmlName)) return full("Data", value, { Name: name });
  const inmost = steps.pop() ?? "Data";
  const content = attribute === undefined ? full(inmost, value) : empty(inmost, { [attribute]: value });
  return steps.reduceRight((inner, step) => `<${step}>${inner}</${step}>`, content);
}

function messageXml({ message, culture }: EventRecord): string {
  if (message === undefined) return "";
  return `<RenderingInfo${attributes({ Culture: culture })}>${full("Message", message)}</RenderingInfo>`;
}

function full(name: string, value: Value, more: Readonly<Record<string, Value>> = {}): string {
  return value === undefined ? "" : `<${name}${attributes(more)}>${escaped(String(value))}</${name}>`;
}

/** Without a value for any attribute the element says nothing. */
function empty(name: string, values: Readonly<Record<string, Value>>): string {
  const written = attributes(values);
  return written === "" ? "" : `<${name}${written}/>`;
}

function attributes(values: Readonly<Record<string, Value>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}='${escapedAttribute(String(value))}'`))
    .join("");
}

/** A carriage return that is written as it is would be read as a line feed. */
const escaped = (text: string): string => text.replace(/[&<>\r]/g, characterReference);
const escapedAttribute = (text: string): string => text.replace(/[&<>'\t\n\r]/g, characterReference);
