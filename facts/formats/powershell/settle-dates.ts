import type { EventRecord } from "../event-record.ts";
import type { Damage } from "../reading.ts";
import type { DateOrder, WrittenDate } from "./written-date.ts";

/** An event of an export whose time is not settled yet. */
export interface DatedEvent {
  readonly kind: "event";
  readonly event: EventRecord;
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly date: WrittenDate | undefined;
  /** As it was written. */
  readonly written: string;
}

export interface SettledEvent {
  readonly kind: "event";
  readonly event: EventRecord;
  readonly line: number;
}

/** Something that is worth knowing, or that was left out. */
export interface DamageItem {
  readonly kind: "damage";
  readonly damage: Damage;
}

/** So many events wait for a date that shows the order of all. */
const mostWaiting = 2_000;

/**
 * Gives the events their times. One file has one way of writing dates, so one date that can be read in one way only
 * settles those that can be read in two; where none does, they stay open.
 */
export async function* settleDates<Other extends { readonly kind: string }>(
  items: AsyncIterable<DatedEvent | Other>,
): AsyncGenerator<SettledEvent | DamageItem | Other> {
  const dates = new Dates();
  let waiting: (DatedEvent | Other)[] = [];
  let isWaiting = false;
  for await (const item of items) {
    const dated = isDated(item) ? item : undefined;
    const contradiction = dates.learn(dated);
    isWaiting ||= dated?.date?.kind === "two-ways" && dates.order === undefined && !dates.hasGivenUp;
    waiting.push(item);
    if (isWaiting && dates.order === undefined && waiting.length < mostWaiting) continue;
    yield* dates.settleAll(waiting);
    if (contradiction) yield contradiction;
    waiting = [];
    isWaiting = false;
  }
  yield* dates.settleAll(waiting);
}

function isDated<Other extends { readonly kind: string }>(item: DatedEvent | Other): item is DatedEvent {
  return item.kind === "event" && "date" in item;
}

class Dates {
  order: DateOrder | "both" | undefined;
  /** Events with open dates have gone out. */
  hasGivenUp = false;

  learn(dated: DatedEvent | undefined): DamageItem | undefined {
    const shows = dated?.date?.kind === "local" ? dated.date.shows : undefined;
    if (shows === undefined || this.order === shows || this.order === "both") return undefined;
    const isContradiction = this.order !== undefined;
    this.order = isContradiction ? "both" : shows;
    return isContradiction ? mixedDates(dated?.line ?? 1) : undefined;
  }

  *settleAll<Other extends { readonly kind: string }>(
    items: readonly (DatedEvent | Other)[],
  ): Generator<SettledEvent | DamageItem | Other> {
    for (const item of items) {
      if (!isDated(item)) yield item;
      else yield* this.#settle(item);
    }
  }

  *#settle({ event, line, date, written }: DatedEvent): Generator<SettledEvent | DamageItem> {
    if (date?.kind === "instant") yield { kind: "event", event: { ...event, time: date.time }, line };
    else if (date === undefined) yield { kind: "event", event, line };
    else {
      const isOpen = date.kind === "two-ways" && (this.order === undefined || this.order === "both");
      if (isOpen && !this.hasGivenUp) yield openDates(line);
      this.hasGivenUp ||= isOpen;
      yield { kind: "event", event: { ...event, timeText: this.#read(date) ?? written }, line };
    }
  }

  #read(date: WrittenDate): string | undefined {
    if (date.kind === "local") return date.text;
    if (date.kind !== "two-ways" || this.order === undefined || this.order === "both") return undefined;
    return date.readings[this.order];
  }
}

const openDates = (line: number): DamageItem => ({
  kind: "damage",
  damage: {
    code: "date-reads-two-ways",
    message:
      "Here begins an event whose date can be read with the day or with the month first, and no other date tells which; such times are left open.",
    line,
  },
});

const mixedDates = (line: number): DamageItem => ({
  kind: "damage",
  damage: {
    code: "dates-mixed",
    message:
      "Some dates have the day first and others the month, as in two exports put together; times that can be read in two ways are left open from here on.",
    line,
  },
});
