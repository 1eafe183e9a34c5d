import type { EventRecord } from "../../formats/event-record.ts";
import { systemTime } from "../../formats/event-xml/system-time.ts";

export type QuickLook = Required<
  Pick<EventRecord, "recordId" | "time" | "provider" | "eventId" | "channel" | "computer">
>;

const opening = /^<Event(?:\s[^<>]{0,300})?>\s{0,100}<System>/;
const longestSystem = 4_000;

/**
 * The few values that decide whether an event is wanted, read from its text without parsing it: that is thirty
 * times as fast. Nothing for an event that is not written the way Windows writes it; it has to be parsed.
 */
export function quickLook(eventText: string): QuickLook | undefined {
  const head = opening.exec(eventText.slice(0, 500));
  if (!head) return undefined;
  const end = eventText.indexOf("</System>", head[0].length);
  if (end === -1 || end > longestSystem) return undefined;
  const system = eventText.slice(head[0].length, end);
  // References, CDATA and comments are for the parser.
  if (system.includes("&") || system.includes("<!")) return undefined;
  const recordId = number(/<EventRecordID>(\d{1,15})<\/EventRecordID>/.exec(system));
  const eventId = number(/<EventID(?:\s[^<>]{0,100})?>(\d{1,5})<\/EventID>/.exec(system));
  const provider = attribute(
    /<Provider\s(?:[^<>]{0,200}\s)?Name=(?:'([^'<>]{1,500})'|"([^"<>]{1,500})")/.exec(system),
  );
  const written = attribute(
    /<TimeCreated\s(?:[^<>]{0,200}\s)?SystemTime=(?:'([^'<>]{1,60})'|"([^"<>]{1,60})")/.exec(system),
  );
  const channel = /<Channel>([^<>]{1,500})<\/Channel>/.exec(system)?.[1]?.trim();
  const computer = /<Computer>([^<>]{1,300})<\/Computer>/.exec(system)?.[1]?.trim();
  const time = written === undefined ? undefined : systemTime(written);
  if (
    recordId === undefined ||
    eventId === undefined ||
    eventId > 0xffff ||
    !time ||
    !provider ||
    !channel ||
    !computer
  )
    return undefined;
  return { recordId, eventId, provider, time, channel, computer };
}

const number = (found: RegExpExecArray | null): number | undefined =>
  found?.[1] === undefined ? undefined : Number(found[1]);

const attribute = (found: RegExpExecArray | null): string | undefined => (found?.[1] ?? found?.[2])?.trim();
