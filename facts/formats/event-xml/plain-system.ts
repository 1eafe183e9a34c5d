import type { WholeLook } from "../event-look.ts";
import type { Draft } from "./event-from-xml.ts";
import { systemInstant, systemTime } from "./system-time.ts";

// References, quotation marks and blanks at the ends are left to the parser.
const text = "([^\\s<>&'\"](?:[^\\t\\r\\n<>&'\"]{0,498}[^\\s<>&'\"])?)";
const upTo99 = "(\\d{1,2})";
const upTo59999 = "(\\d{1,4}|[1-5]\\d{4})";
const unread = "[^'<>&]{0,500}";
const attribute = (name: string, value: string): string => `(?: ${name}='${value}')?`;
const element = (name: string, value: string): string => `(?:<${name}>${value}</${name}>)?`;

/** System as Windows writes it, in the order in which it does. */
const plain = new RegExp(
  [
    "^<Event(?: xmlns='[^'<>&]{0,200}')?><System>",
    `<Provider Name='${text}'${attribute("Guid", text)}${attribute("EventSourceName", unread)}/>`,
    `<EventID${attribute("Qualifiers", upTo59999)}>${upTo59999}</EventID>`,
    element("Version", upTo99),
    element("Level", upTo99),
    element("Task", upTo59999),
    element("Opcode", upTo99),
    element("Keywords", text),
    `<TimeCreated SystemTime='${text}'/>`,
    "<EventRecordID>(\\d{1,15})</EventRecordID>",
    `(?:<Correlation${attribute("ActivityID", text)}${attribute("RelatedActivityID", unread)}/>)?`,
    "(?:<Execution ProcessID='(\\d{1,9})' ThreadID='(\\d{1,9})'/>)?",
    `<Channel>${text}</Channel><Computer>${text}</Computer>`,
    `(?:<Security${attribute("UserID", text)}/>)?</System>`,
  ].join(""),
);

/** No System part that Windows writes is longer. */
const longest = 4_000;

/** What System says of an event that is written the way Windows writes it; one match takes all of it in. */
export interface PlainSystem {
  readonly found: RegExpExecArray;
  readonly end: number;
}

export function plainSystem(eventText: string): PlainSystem | undefined {
  const found = plain.exec(eventText.length > longest ? eventText.slice(0, longest) : eventText);
  return found === null ? undefined : { found, end: found[0].length };
}

/** What decides whether an event is wanted. */
export function quickLook({ found }: PlainSystem): WholeLook | undefined {
  const [, provider = "", , , eventId, , , , , , time = "", recordId, , , , channel = "", computer = ""] =
    found;
  const instant = systemInstant(time);
  if (instant === undefined) return undefined;
  return { recordId: Number(recordId), eventId: Number(eventId), provider, instant, channel, computer };
}

/** The whole of it; what follows System is not read. */
export function recordOfSystem({ found }: PlainSystem): Draft | undefined {
  const [, provider = "", guid, qualifiers, eventId, version, level, task, opcode, keywords] = found;
  const [written = "", recordId, activity, processId, threadId, channel = "", computer = "", user] =
    found.slice(10);
  const time = systemTime(written);
  if (time === undefined) return undefined;
  const draft: Draft = {
    recordId: Number(recordId),
    time,
    provider,
    eventId: Number(eventId),
    channel,
    computer,
    data: [],
  };
  if (guid !== undefined) draft.providerGuid = guid;
  if (qualifiers !== undefined) draft.qualifiers = Number(qualifiers);
  if (version !== undefined) draft.version = Number(version);
  if (level !== undefined) draft.level = Number(level);
  if (task !== undefined) draft.task = Number(task);
  if (opcode !== undefined) draft.opcode = Number(opcode);
  if (keywords !== undefined) draft.keywords = keywords;
  if (activity !== undefined) draft.activityId = activity;
  if (processId !== undefined) draft.processId = Number(processId);
  if (threadId !== undefined) draft.threadId = Number(threadId);
  if (user !== undefined) draft.userSid = user;
  return draft;
}
