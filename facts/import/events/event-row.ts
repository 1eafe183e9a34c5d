import type { ScalarType } from "../../../schemas/fact-types.ts";
import type { Origin, RowEntry, Scalar } from "../../../schemas/generated/types.ts";
import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import type { EventDatum, EventRecord } from "../../formats/event-record.ts";
import { detached } from "../detached.ts";
import { outsideText } from "../outside-text.ts";

/** A field that the event does not have is left out, which says that it is not known. */
export function eventRow(
  event: EventRecord,
  origin: Origin,
  fields: Readonly<Record<string, ScalarType>> | undefined,
): RowEntry {
  const row: RowEntry = { from: [origin] };
  for (const [name, read] of Object.entries(columns)) {
    if (fields !== undefined && !Object.hasOwn(fields, name)) continue;
    const value = read(event, fields?.[name]);
    if (value !== undefined) row[name] = value;
  }
  return row;
}

type Column = (event: EventRecord, type: ScalarType | undefined) => Scalar | undefined;

const text = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : detached(outsideText(value));

/** A local time is known to some hours only, and says so by having no offset. */
function timeOf({ time, timeText }: EventRecord): string | undefined {
  if (time !== undefined) return detached(time);
  return timeText !== undefined && parseTimestamp(timeText).ok ? timeText : undefined;
}

const columns: Readonly<Record<string, Column>> = {
  "record-id": ({ recordId }) => recordId,
  time: timeOf,
  provider: ({ provider }) => text(provider),
  "event-id": ({ eventId }) => eventId,
  level: ({ level }, type) => (type === "number" || level === undefined ? level : levelWords[level]),
  channel: ({ channel }) => text(channel),
  computer: ({ computer }) => text(computer),
  message: ({ message }) => text(message),
  culture: ({ culture }) => text(culture),
  data: ({ data, userData = [] }) => text(dataText([...data, ...userData])),
};

/** As Windows shows them; 0, "log always", is shown as information. */
const levelWords: Readonly<Record<number, string>> = {
  0: "information",
  1: "critical",
  2: "error",
  3: "warning",
  4: "information",
  5: "verbose",
};

function dataText(data: readonly EventDatum[]): string | undefined {
  if (data.length === 0) return undefined;
  return data.map(({ name, value }) => (name === undefined ? value : `${name}=${value}`)).join("; ");
}
