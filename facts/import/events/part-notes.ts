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
  if (notes.length <= mostNotes) return notes;
  return [...notes.slice(0, mostNotes), `It holds events of ${notes.length - mostNotes} more logs.`];
}

function noteOf({ channel, runs, isTorn }: LogPart): string {
  const log = channel === "" ? "A log without a name" : `Log ${outsideText(channel).slice(0, 200)}`;
  const [first] = runs;
  const last = runs.at(-1);
  if (isTorn)
    return `${log}: the numbers of the records have very many gaps, as in a filtered export, so nothing counts as complete.`;
  if (first === undefined || last === undefined)
    return `${log}: the records have no numbers, so nothing counts as complete.`;
  const times = `${formatMinute(first.firstTime)} to ${formatMinute(last.lastTime)}`;
  const gaps = runs.length === 1 ? "without a gap" : `with ${counted(runs.length - 1, "gap")} in the numbers`;
  const start = first.firstId <= 1 ? ", from the beginning of the log" : "";
  return `${log}: records ${first.firstId} to ${last.lastId} ${gaps}${start}, ${times}.`;
}
