import { parseTimestamp } from "../../../schemas/values/timestamp.ts";
import { type RecordRun, RecordRuns } from "./record-runs.ts";

/** What is read of every event, wanted or not: enough to tell what an export holds without a gap. */
export interface EventMark {
  readonly recordId?: number;
  /** ISO 8601 in UTC with seven digits of a second. */
  readonly time?: string;
  readonly channel?: string;
  readonly computer?: string;
}

/** The records of one channel of one computer. */
export interface LogPart {
  readonly channel: string;
  readonly computer: string;
  readonly runs: readonly RecordRun[];
  /** There are more gaps than are kept, as in a filtered export. */
  readonly isTorn: boolean;
}

interface Part {
  readonly channel: string;
  readonly computer: string;
  readonly records: RecordRuns;
  readonly ids: Span;
  readonly times: Span;
}

interface Span {
  low: number;
  high: number;
}

/** No honest export holds more logs; a hostile one shall not fill the memory. */
const mostParts = 1_000;

/** Counts all events of one file, in memory that does not grow with it. */
export class EventTally {
  readonly #parts = new Map<string, Part>();
  #events = 0;
  #newest: string | undefined;

  meet({ recordId, time, channel = "", computer = "" }: EventMark): void {
    this.#events += 1;
    if (time === undefined) return;
    if (this.#newest === undefined || time > this.#newest) this.#newest = time;
    const instant = parseTimestamp(time);
    const part = this.#partOf(channel, computer);
    if (!instant.ok || part === undefined) return;
    widen(part.times, instant.value.from);
    if (recordId === undefined) return;
    widen(part.ids, recordId);
    part.records.add(recordId, instant.value.from);
  }

  get events(): number {
    return this.#events;
  }

  /** The time of the newest event. */
  get newest(): string | undefined {
    return this.#newest;
  }

  parts(): readonly LogPart[] {
    return [...this.#parts.values()].map(({ channel, computer, records }) => ({
      channel,
      computer,
      runs: records.runs(),
      isTorn: records.isTorn,
    }));
  }

  /**
   * The computers that the events are of, the newest first. A computer that was renamed stands under its last name
   * alone: its names follow each other in time and in the numbers of the records.
   */
  computers(): readonly string[] {
    const byName = new Map<string, Part[]>();
    for (const part of this.#parts.values()) {
      if (part.computer !== "") byName.set(part.computer, [...(byName.get(part.computer) ?? []), part]);
    }
    const newestFirst = [...byName].sort(([, a], [, b]) => latest(b) - latest(a));
    const isRenamed = newestFirst.every(([, parts], index) => {
      const older = newestFirst[index + 1]?.[1] ?? [];
      return older.every((old) => parts.every((part) => follows(part, old)));
    });
    const names = newestFirst.map(([name]) => name);
    return isRenamed ? names.slice(0, 1) : names;
  }

  #partOf(channel: string, computer: string): Part | undefined {
    const key = JSON.stringify([channel, computer]);
    const known = this.#parts.get(key);
    if (known !== undefined || this.#parts.size === mostParts) return known;
    const part = { channel, computer, records: new RecordRuns(), ids: nowhere(), times: nowhere() };
    this.#parts.set(key, part);
    return part;
  }
}

const nowhere = (): Span => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY });

function widen(span: Span, value: number): void {
  span.low = Math.min(span.low, value);
  span.high = Math.max(span.high, value);
}

const latest = (parts: readonly Part[]): number => Math.max(...parts.map(({ times }) => times.high));

function follows(part: Part, old: Part): boolean {
  if (old.times.high > part.times.low) return false;
  return old.channel !== part.channel || old.ids.high < part.ids.low;
}
