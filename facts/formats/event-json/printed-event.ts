import type { EventDatum, EventRecord } from "../event-record.ts";
import { eventOfProperties } from "../powershell/event-properties.ts";

type Properties = Readonly<Record<string, unknown>>;

/** What the properties of PowerShell are called in an event that this tool printed as JSON. */
const names: Readonly<Record<string, keyof EventRecord>> = {
  RecordId: "recordId",
  Id: "eventId",
  Qualifiers: "qualifiers",
  Version: "version",
  Level: "level",
  Task: "task",
  Opcode: "opcode",
  ProcessId: "processId",
  ThreadId: "threadId",
  ProviderName: "provider",
  LogName: "channel",
  MachineName: "computer",
  UserId: "userSid",
  Message: "message",
  ProviderId: "providerGuid",
  ActivityId: "activityId",
};

/** Two names that nothing else uses, and a list that every printed event has. */
export const printedNames = ["recordId", "eventId", "data"] as const;

export function isPrintedEvent(properties: Properties): boolean {
  return Array.isArray(properties.data) && ("recordId" in properties || "eventId" in properties);
}

/** An event that was printed as one line of JSON, and may have been changed since; without its time. */
export function printedEvent(properties: Properties): ReturnType<typeof eventOfProperties> {
  const read = (name: string): string | undefined => {
    const own = names[name];
    return own === undefined ? undefined : textAt(properties, own);
  };
  const { event, strange } = eventOfProperties(read, dataAt(properties, "data"));
  const keywords = textAt(properties, "keywords");
  const culture = textAt(properties, "culture");
  const whole: EventRecord = {
    ...event,
    ...(keywords !== undefined && /^0x[\da-f]{1,16}$/i.test(keywords) && { keywords }),
    ...(Object.hasOwn(properties, "userData") && { userData: dataAt(properties, "userData") }),
    ...(culture !== undefined && { culture }),
  };
  return { event: whole, strange };
}

export const printedTime = (properties: Properties): string | undefined =>
  textAt(properties, "time") ?? textAt(properties, "timeText");

function textAt(properties: Properties, name: string): string | undefined {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function dataAt(properties: Properties, name: "data" | "userData"): EventDatum[] {
  const members: unknown = properties[name];
  if (!Array.isArray(members)) return [];
  return members.flatMap((member: unknown) => {
    if (typeof member !== "object" || member === null || !("value" in member)) return [];
    if (typeof member.value !== "string") return [];
    const { value } = member;
    return "name" in member && typeof member.name === "string" ? [{ name: member.name, value }] : [{ value }];
  });
}
