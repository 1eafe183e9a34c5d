import type { SliceEntry } from "../../../schemas/generated/types.ts";
import { foldText } from "../../../schemas/values/text-equal.ts";
import { formatTimestamp, parseTimestamp } from "../../../schemas/values/timestamp.ts";
import { outsideText } from "../outside-text.ts";
import type { LogPart } from "./event-tally.ts";
import type { RecordRun } from "./record-runs.ts";
import type { WantedEvents } from "./wanted-events.ts";

const microsecond = 0.001;

/**
 * What a log or an export of one proves to hold completely. It can have been filtered by whoever made it, and does not
 * say so; only record numbers without a gap show that nothing between them was left out. What came before the first of
 * them is not known, not even where that is number 1: clearing a log begins the numbers anew.
 *
 * @param after the rows up to this time were given up, so nothing is covered up to it
 */
export function eventCoverage(
  parts: readonly LogPart[],
  wanted: WantedEvents,
  after: string | undefined,
): SliceEntry[] {
  const { coveredBy = [], collect } = wanted;
  if (!coveredBy.includes("time")) return [];
  const namesChannel = coveredBy.includes("channel");
  // Without the channel in it a slice would speak of all the wanted channels, and an export shows some of them.
  if (!namesChannel && collect.channels?.length !== 1) return [];
  return parts
    .filter(({ channel }) => isWantedChannel(channel, wanted))
    .flatMap(({ channel, runs }) =>
      runs.flatMap((run) => {
        const time = provedTime(run, after);
        return time === undefined ? [] : [{ ...(namesChannel && { channel: outsideText(channel) }), time }];
      }),
    );
}

export function isWantedChannel(channel: string, { collect }: WantedEvents): boolean {
  return (
    collect.channels === undefined || collect.channels.some((each) => foldText(each) === foldText(channel))
  );
}

/**
 * The neighbours of a run, which are not here, can bear the very time of its first and last record, and can lie
 * as far on its side of them as times ever fell back within it. What is left between is proved.
 */
function provedTime(run: RecordRun, after: string | undefined): { from: string; to: string } | undefined {
  const { firstTime, lastTime, fellBack, blur } = run;
  const to = Math.floor((lastTime - fellBack - blur) / microsecond) * microsecond;
  const start = Math.max(
    firstTime + fellBack + 2 * blur,
    after === undefined ? Number.NEGATIVE_INFINITY : instantOf(after),
  );
  const from = (Math.ceil(start / microsecond) + 1) * microsecond;
  return from < to ? { from: formatTimestamp(from), to: formatTimestamp(to) } : undefined;
}

/** A row without a time can be of any time. */
function instantOf(time: string): number {
  const parsed = parseTimestamp(time);
  return parsed.ok ? parsed.value.to : Number.POSITIVE_INFINITY;
}
