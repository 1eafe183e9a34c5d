import { formatTimestamp } from "../../../schemas/values/timestamp.ts";
import type { EventLook } from "../../formats/event-look.ts";
import { detached } from "../detached.ts";
import { type RecordRun, RecordRuns } from "./record-runs.ts";

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
  #withoutInstant = 0;
  #newest = Number.NEGATIVE_INFINITY;
  /** Neighbouring events are mostly of one part. */
  #last: Part | undefined;

  /** What is read of every event, wanted or not, is enough to tell what a file holds without a gap. */
  meet({ recordId, instant, latest, channel = "", computer = "" }: EventLook): void {
    this.#events += 1;
    const isExact = instant !== undefined && latest === undefined;
    if (!isExact) this.#withoutInstant += 1;
    else this.#newest = Math.max(this.#newest, instant);
    const part = this.#partOf(channel, computer);
    if (part === undefined) return;
    this.#last = part;
    if (isExact) widen(part.times, instant);
    if (!isExact || recordId === undefined) return;
    widen(part.ids, recordId);
    part.records.add(recordId, instant);
  }

  get events(): number {
    return this.#events;
  }

  /** Events that do not say when exactly they were written. */
  get withoutInstant(): number {
    return this.#withoutInstant;
  }

  /** The time of the newest event, ISO 8601 in UTC, rounded up to the microsecond. */
  get newest(): string | undefined {
    if (this.#newest === Number.NEGATIVE_INFINITY) return undefined;
    return formatTimestamp(Math.ceil(this.#newest / microsecond) * microsecond);
  }

  parts(): readonly LogPart[] {
    return [...this.#parts.values()].map(({ channel, computer, records }) => ({
      channel,
      computer,
      runs: records.runs(),
      isTorn: records.isTorn,
    }));
  }

  /** The computers that the events are of, the newest first. One that was renamed stands under its last name alone. */
  computers(): readonly string[] {
    const byName = new Map<string, Part[]>();
    for (const part of this.#parts.values()) {
      if (part.computer !== "") byName.set(part.computer, [...(byName.get(part.computer) ?? []), part]);
    }
    const newestFirst = [...byName].sort(([, a], [, b]) => latest(b) - latest(a));
    const isRenamed = newestFirst.every(([, parts], index) => {
      const older = newestFirst[index + 1]?.[1] ?? [];
      return followInTime(parts, older) || followInNumber(parts, older);
    });
    const names = newestFirst.map(([name]) => name);
    return isRenamed ? names.slice(0, 1) : names;
  }

  #partOf(channel: string, computer: string): Part | undefined {
    if (this.#last?.channel === channel && this.#last.computer === computer) return this.#last;
    const key = JSON.stringify([channel, computer]);
    const known = this.#parts.get(key);
    if (known !== undefined || this.#parts.size === mostParts) return known;
    const names = { channel: detached(channel), computer: detached(computer) };
    const part = { ...names, records: new RecordRuns(), ids: nowhere(), times: nowhere() };
    this.#parts.set(key, part);
    return part;
  }
}

const microsecond = 0.001;

const nowhere = (): Span => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY });

const isEmpty = ({ low, high }: Span): boolean => low > high;

function widen(span: Span, value: number): void {
  span.low = Math.min(span.low, value);
  span.high = Math.max(span.high, value);
}

const latest = (parts: readonly Part[]): number => Math.max(...parts.map(({ times }) => times.high));

function followInTime(parts: readonly Part[], older: readonly Part[]): boolean {
  return older.every((old) =>
    parts.every((part) => {
      if (isEmpty(old.times) || isEmpty(part.times) || old.times.high > part.times.low) return false;
      return old.channel !== part.channel || old.ids.high < part.ids.low;
    }),
  );
}

/**
 * One log goes on under another name. While Windows is installed its clock is set to the zone of the place, so that the first
 * events under the final name can be older than the last under the name before.
 */
function followInNumber(parts: readonly Part[], older: readonly Part[]): boolean {
  const pairs = older.flatMap((old) =>
    parts.filter(({ channel }) => channel === old.channel).map((part) => ({ old, part })),
  );
  const isInOrder = pairs.every(({ old, part }) => old.ids.high < part.ids.low);
  return isInOrder && pairs.some(({ old, part }) => old.ids.high + 1 === part.ids.low);
}
