import type { EventDatum, EventRecord } from "../event-record.ts";

/** The properties of an event as `Get-WinEvent` gives them, as texts; undefined for one that is absent or empty. */
export type PropertyReader = (name: string) => string | undefined;

interface EventOfProperties {
  /** Without its time. */
  readonly event: EventRecord;
  /** Names of properties that stand there and could not be understood; they are left out. */
  readonly strange: readonly string[];
}

type Draft = { -readonly [Key in keyof EventRecord]: EventRecord[Key] };

const numbers = [
  { name: "RecordId", key: "recordId", most: Number.MAX_SAFE_INTEGER },
  { name: "Id", key: "eventId", most: 0xffff },
  { name: "Qualifiers", key: "qualifiers", most: 0xffff },
  { name: "Version", key: "version", most: 0xff },
  { name: "Level", key: "level", most: 0xff },
  { name: "Task", key: "task", most: 0xffff },
  { name: "Opcode", key: "opcode", most: 0xff },
  { name: "ProcessId", key: "processId", most: 0xffffffff },
  { name: "ThreadId", key: "threadId", most: 0xffffffff },
] as const satisfies readonly { name: string; key: keyof EventRecord; most: number }[];

const texts = [
  { name: "ProviderName", key: "provider", form: /./ },
  { name: "LogName", key: "channel", form: /./ },
  { name: "MachineName", key: "computer", form: /./ },
  { name: "UserId", key: "userSid", form: /^S-1-[\d-]{1,200}$/ },
  { name: "Message", key: "message", form: /./s },
] as const satisfies readonly { name: string; key: keyof EventRecord; form: RegExp }[];

const identifiers = [
  { name: "ProviderId", key: "providerGuid" },
  { name: "ActivityId", key: "activityId" },
] as const satisfies readonly { name: string; key: keyof EventRecord }[];

/** The properties that tell an export of events from other tables and lists. */
export const eventPropertyNames: ReadonlySet<string> = new Set([
  ...[...numbers, ...texts, ...identifiers].map(({ name }) => name),
  ...["Keywords", "TimeCreated", "LevelDisplayName", "Properties", "ContainerLog", "Bookmark"],
]);

export function eventOfProperties(read: PropertyReader, data: readonly EventDatum[] = []): EventOfProperties {
  const draft: Draft = { data };
  const strange: string[] = [];
  for (const { name, key, most } of numbers) {
    const text = read(name);
    if (text === undefined) continue;
    if (/^\d{1,16}$/.test(text) && Number(text) <= most) draft[key] = Number(text);
    else strange.push(name);
  }
  for (const { name, key, form } of texts) {
    const text = read(name);
    if (text === undefined) continue;
    if (form.test(text)) draft[key] = text;
    else strange.push(name);
  }
  for (const { name, key } of identifiers) {
    const identifier = /^\{?([\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12})\}?$/.exec(
      read(name) ?? "",
    )?.[1];
    if (identifier !== undefined) draft[key] = `{${identifier}}`;
  }
  const keywords = keywordsOf(read("Keywords"));
  if (keywords !== undefined) draft.keywords = keywords;
  const level = draft.level ?? englishLevels[read("LevelDisplayName")?.toLowerCase() ?? ""];
  if (level !== undefined) draft.level = level;
  return { event: draft, strange };
}

/** PowerShell writes the 64 bits as a signed number, Windows in hexadecimal. */
function keywordsOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^-?\d{1,19}$/.test(text)) return undefined;
  return `0x${BigInt.asUintN(64, BigInt(text)).toString(16)}`;
}

/** Used where the number was not exported. Other languages have other names, and are left open. */
const englishLevels: Readonly<Record<string, number>> = {
  critical: 1,
  error: 2,
  warning: 3,
  information: 4,
  verbose: 5,
};
