import { formatMinute } from "../../../schemas/values/timestamp.ts";
import { outsideText } from "../outside-text.ts";
import { counted } from "../sentences.ts";
import type { EventTally, LogPart } from "./event-tally.ts";

const mostNotes = 12;

/** What an export of events holds, in sentences for whoever wonders why something counts as looked at, or not. */
export function partNotes(tally: EventTally): string[] {
  if (tally.events === 0) {
    return [
      "It holds no events. The export may have been filtered, so this does not say that the log is empty.",
    ];
  }
  const notes = tally.parts().map(noteOf).sort();
  const more = notes.length - mostNotes;
  return [
    ...notes.slice(0, mostNotes),
    ...(more > 0 ? [`It holds events of ${counted(more, "more log")}.`] : []),
    ...inexactNote(tally),
  ];
}

function inexactNote({ withoutInstant }: EventTally): string[] {
  if (withoutInstant === 0) return [];
  const events = counted(withoutInstant, "event does", "events do");
  return [`${events} not name an instant: the time is missing, or has no offset from UTC.`];
}

function noteOf({ channel, runs, isTorn }: LogPart): string {
  const log = channel === "" ? "A log without a name" : `Log ${outsideText(channel).slice(0, 200)}`;
  const [first] = runs;
  const last = runs.at(-1);
  if (isTorn)
    return `${log}: the numbers of the records have very many gaps, as in a filtered export, so nothing counts as complete.`;
  if (first === undefined || last === undefined)
    return `${log}: no record has both a number and a time that can be relied on, so nothing counts as complete.`;
  const times = `${formatMinute(first.firstTime)} to ${formatMinute(last.lastTime)}`;
  const gaps = runs.length === 1 ? "without a gap" : `with ${counted(runs.length - 1, "gap")} in the numbers`;
  return `${log}: records ${first.firstId} to ${last.lastId} ${gaps}, ${times}.`;
}
