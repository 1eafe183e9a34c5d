import { type EventSelection, lookAt, withoutNumber } from "../../formats/event-look.ts";
import type { EventRecord } from "../../formats/event-record.ts";
import { detached } from "../detached.ts";
import type { FileReading, FoundFact, Warning } from "../format.ts";
import { counted, listed } from "../sentences.ts";
import { eventCoverage, isWantedChannel } from "./event-coverage.ts";
import { eventRow } from "./event-row.ts";
import { EventTally } from "./event-tally.ts";
import { NewestRows } from "./newest-rows.ts";
import { partNotes } from "./part-notes.ts";
import { eventTest, type WantedEvents } from "./wanted-events.ts";

interface Want {
  readonly wanted: WantedEvents;
  readonly isWanted: EventSelection;
  readonly rows: NewestRows;
}

/**
 * Takes the events of one file, whichever format they come from, and gives the facts that they make. Every
 * reader of events ends here.
 */
export class EventIntake {
  readonly #wants: readonly Want[];
  readonly #source: string;
  readonly #tally = new EventTally();

  constructor(wanted: readonly WantedEvents[], source: string) {
    this.#source = source;
    this.#wants = wanted.map((each) => ({ wanted: each, isWanted: eventTest(each), rows: new NewestRows() }));
  }

  /** Whether any fact wants the event. One that nobody wants still shows what the file holds. */
  readonly select: EventSelection = (look) => {
    const isWanted = this.#wants.some((want) => want.isWanted(look));
    if (!isWanted) this.#tally.meet(look);
    return isWanted;
  };

  /**
   * @param place where it stands, for an event without a record number: `line 12`
   * @param isDoubtful it counts, but proves nothing about the events around it
   */
  take(event: EventRecord, place: string, isDoubtful: boolean): void {
    const look = lookAt(event);
    this.#tally.meet(isDoubtful ? withoutNumber(look) : look);
    const at = event.recordId === undefined ? place : `record ${event.recordId}`;
    const time = event.time === undefined ? undefined : detached(event.time);
    const origin = { source: this.#source, at, ...(time !== undefined && { time }) };
    for (const { wanted, isWanted, rows } of this.#wants) {
      if (isWanted(look)) rows.add(eventRow(event, origin, wanted.fields), time, event.timeText);
    }
  }

  /** @param shownAs the file, for sentences */
  reading(shownAs: string): Pick<FileReading, "facts" | "hosts" | "attested" | "notes" | "warnings"> {
    const hosts = this.#tally.computers();
    const { newest } = this.#tally;
    const several = `It holds events of several computers: ${listed(hosts)}.`;
    return {
      facts: this.#wants.flatMap((want) => this.#factOf(want)),
      hosts,
      ...(newest !== undefined && { attested: newest }),
      notes: [...partNotes(this.#tally), ...(hosts.length > 1 ? [several] : [])],
      warnings: this.#wants.flatMap((want) => droppedWarning(want, shownAs)),
    };
  }

  /** Nothing for a fact that the file says nothing about. */
  #factOf({ wanted, rows }: Want): FoundFact[] {
    const items = [...rows.rows()];
    const parts = this.#tally.parts();
    // Where events of several computers are mixed, the numbers of one say nothing about the others.
    const covers = this.#tally.computers().length > 1 ? [] : eventCoverage(parts, wanted, rows.newestDropped);
    const isAbout =
      wanted.collect.channels !== undefined && parts.some(({ channel }) => isWantedChannel(channel, wanted));
    if (items.length === 0 && covers.length === 0 && !isAbout) return [];
    const from = [{ source: this.#source }];
    return [{ fact: wanted.fact, entry: { items, ...(covers.length > 0 && { covers }), from } }];
  }
}

function droppedWarning({ wanted, rows }: Want, shownAs: string): Warning[] {
  if (rows.dropped === 0) return [];
  const kept = counted(rows.rows().length, "event");
  const message = `${shownAs} holds more events for ${wanted.fact} than are kept: the newest ${kept} were kept and ${rows.dropped} older ones left out (limits eventRows and eventRowsCharacters).`;
  return [{ code: "events-left-out", message, file: shownAs, fact: wanted.fact }];
}
