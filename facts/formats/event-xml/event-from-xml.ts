import type { EventDatum, EventRecord } from "../event-record.ts";
import { childNamed, type XmlNode } from "../xml/xml-element.ts";
import { eventData, userData } from "./event-data.ts";
import { systemTime } from "./system-time.ts";

export interface EventFromXml {
  readonly event: EventRecord;
  /** Names of values that stand there and could not be understood; they are left out. */
  readonly strange: readonly string[];
}

export type Draft = { -readonly [Key in keyof EventRecord]: EventRecord[Key] };
interface Place {
  readonly element: string;
  readonly attribute?: string;
}

const numbers = [
  { key: "recordId", element: "EventRecordID", most: Number.MAX_SAFE_INTEGER },
  { key: "eventId", element: "EventID", most: 0xffff },
  { key: "qualifiers", element: "EventID", attribute: "Qualifiers", most: 0xffff },
  { key: "version", element: "Version", most: 0xff },
  { key: "level", element: "Level", most: 0xff },
  { key: "task", element: "Task", most: 0xffff },
  { key: "opcode", element: "Opcode", most: 0xff },
  { key: "processId", element: "Execution", attribute: "ProcessID", most: 0xffffffff },
  { key: "threadId", element: "Execution", attribute: "ThreadID", most: 0xffffffff },
] as const satisfies readonly (Place & { key: keyof EventRecord; most: number })[];

const texts = [
  { key: "provider", element: "Provider", attribute: "Name" },
  { key: "providerGuid", element: "Provider", attribute: "Guid" },
  { key: "keywords", element: "Keywords" },
  { key: "activityId", element: "Correlation", attribute: "ActivityID" },
  { key: "channel", element: "Channel" },
  { key: "computer", element: "Computer" },
  { key: "userSid", element: "Security", attribute: "UserID" },
] as const satisfies readonly (Place & { key: keyof EventRecord })[];

const createdAt: Place = { element: "TimeCreated", attribute: "SystemTime" };

/** One `Event` element as a record; nothing if it has no `System` part, without which it says nothing. */
export function eventFromXml(root: XmlNode): EventFromXml | undefined {
  const system = childNamed(root, "System");
  if (!system) return undefined;
  const draft: Draft = { data: [] };
  const strange: string[] = [];
  readNumbers(system, draft, strange);
  for (const { key, ...place } of texts) {
    const text = textAt(system, place);
    if (text) draft[key] = text;
  }
  readTime(system, draft, strange);
  addSections(root, draft);
  return { event: draft, strange };
}

/** Adds what stands beside System. */
export function addSections(root: XmlNode, draft: Draft): void {
  draft.data = sectionOf(root, "EventData", eventData) ?? [];
  const own = sectionOf(root, "UserData", userData);
  if (own) draft.userData = own;
  readMessage(root, draft);
}

function readNumbers(system: XmlNode, draft: Draft, strange: string[]): void {
  for (const { key, most, ...place } of numbers) {
    const text = textAt(system, place);
    if (!text) continue;
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value <= most) draft[key] = value;
    else strange.push("attribute" in place ? place.attribute : place.element);
  }
}

function readTime(system: XmlNode, draft: Draft, strange: string[]): void {
  const text = textAt(system, createdAt);
  if (!text) return;
  const time = systemTime(text);
  if (time === undefined) strange.push("SystemTime");
  else draft.time = time;
}

/** Without a message its culture says nothing. */
function readMessage(root: XmlNode, draft: Draft): void {
  const rendering = childNamed(root, "RenderingInfo");
  const message = rendering && childNamed(rendering, "Message")?.text;
  if (!rendering || !message) return;
  draft.message = message;
  const culture = rendering.attributes.get("Culture");
  if (culture) draft.culture = culture;
}

function sectionOf(
  root: XmlNode,
  name: string,
  read: (section: XmlNode) => EventDatum[],
): EventDatum[] | undefined {
  const section = childNamed(root, name);
  return section && read(section);
}

function textAt(system: XmlNode, { element, attribute }: Place): string | undefined {
  const found = childNamed(system, element);
  return (attribute === undefined ? found?.text : found?.attributes.get(attribute))?.trim();
}
