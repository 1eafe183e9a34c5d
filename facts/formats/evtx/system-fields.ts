import type { EventDatum, EventRecord } from "../event-record.ts";

/** An event while it is put together. */
export type Draft = { -readonly [Name in keyof EventRecord]: EventRecord[Name] } & {
  data: EventDatum[];
  userData?: EventDatum[];
};

type Field =
  | { readonly kind: "text"; set(draft: Draft, text: string): void }
  | { readonly kind: "number"; set(draft: Draft, value: number): void };

const text = (set: (draft: Draft, text: string) => void): Field => ({ kind: "text", set });
const number = (set: (draft: Draft, value: number) => void): Field => ({ kind: "number", set });

/** Path below System (or of RenderingInfo below Event), and the property of an event that it becomes. */
const fields = {
  "Provider/@Name": text((draft, value) => {
    draft.provider = value;
  }),
  "Provider/@Guid": text((draft, value) => {
    draft.providerGuid = value;
  }),
  EventID: number((draft, value) => {
    draft.eventId = value;
  }),
  "EventID/@Qualifiers": number((draft, value) => {
    draft.qualifiers = value;
  }),
  Version: number((draft, value) => {
    draft.version = value;
  }),
  Level: number((draft, value) => {
    draft.level = value;
  }),
  Task: number((draft, value) => {
    draft.task = value;
  }),
  Opcode: number((draft, value) => {
    draft.opcode = value;
  }),
  Keywords: text((draft, value) => {
    draft.keywords = value;
  }),
  "TimeCreated/@SystemTime": text((draft, value) => {
    draft.time = withSevenDigits(value);
  }),
  EventRecordID: number((draft, value) => {
    draft.recordId = value;
  }),
  "Correlation/@ActivityID": text((draft, value) => {
    draft.activityId = value;
  }),
  "Execution/@ProcessID": number((draft, value) => {
    draft.processId = value;
  }),
  "Execution/@ThreadID": number((draft, value) => {
    draft.threadId = value;
  }),
  Channel: text((draft, value) => {
    draft.channel = value;
  }),
  Computer: text((draft, value) => {
    draft.computer = value;
  }),
  "Security/@UserID": text((draft, value) => {
    draft.userSid = value;
  }),
  "RenderingInfo/@Culture": text((draft, value) => {
    draft.culture = value;
  }),
  "RenderingInfo/Message": text((draft, value) => {
    draft.message = value;
  }),
} as const satisfies Record<string, Field>;

export type SystemField = keyof typeof fields;

export const isSystemField = (path: string): path is SystemField => Object.hasOwn(fields, path);

export const fieldOf = (field: SystemField): Field => fields[field];

/** Times that are written out in a record, not stored as numbers, may have more or fewer digits. */
function withSevenDigits(time: string): string {
  if (time.length === 28) return time;
  const found = /^(.{19})(?:\.(\d{1,9}))?Z$/.exec(time);
  return found === null ? time : `${found[1]}.${(found[2] ?? "").padEnd(7, "0").slice(0, 7)}Z`;
}
