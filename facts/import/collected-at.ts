import type { CollectedAt } from "../../schemas/generated/types.ts";
import { formatTimestamp, parseTimestamp } from "../../schemas/values/timestamp.ts";
import type { Warning } from "./format.ts";

/** One file, as far as it says when it was collected. */
export interface Dated {
  readonly shownAs: string;
  /** Of a fact file: what it says of itself, perhaps nothing. */
  readonly collectedAt?: CollectedAt;
  /** Of anything else: the latest instant that its content attests. */
  readonly attested?: string;
  readonly isFactFile: boolean;
}

export interface Collected {
  readonly collectedAt: CollectedAt | undefined;
  readonly warnings: readonly Warning[];
}

/**
 * When the facts were collected: the moment at which the last of them was. Each file was collected somewhere in an
 * interval of its own, so the last one not before the latest of their beginnings and not after the latest of
 * their ends. What is no fact file attests a beginning at most, and its end is now: nobody collects in the future.
 *
 * @param now milliseconds since 1970
 */
export function collectedAt(files: readonly Dated[], now: number, at: string | undefined): Collected {
  if (at !== undefined) return { collectedAt: { from: at, to: at }, warnings: [] };
  const [only] = files;
  if (files.length === 1 && only?.isFactFile) return { collectedAt: only.collectedAt, warnings: [] };
  const begins = files.flatMap((file) =>
    instants(file.isFactFile ? file.collectedAt?.from : file.attested, file, "from"),
  );
  const hasOthers = files.some(({ isFactFile }) => !isFactFile);
  const ends = [
    ...files.flatMap((file) => instants(file.collectedAt?.to, file, "to")),
    ...(hasOthers ? [{ instant: now, text: formatTimestamp(now), shownAs: "" }] : []),
  ];
  const from = latest(begins);
  // A fact file that does not say when it ends leaves the end open, unless all was collected before now.
  const isOpen = !hasOthers && files.some(({ collectedAt: own }) => own?.to === undefined);
  const to = isOpen ? undefined : latest(ends);
  if (from && to && from.instant > to.instant)
    return { collectedAt: undefined, warnings: [fromTheFuture(from, to)] };
  if (!from && !to) return { collectedAt: undefined, warnings: [] };
  const stated = files.filter(({ collectedAt: own }) => own?.to !== undefined).map(({ shownAs }) => shownAs);
  return {
    collectedAt: { ...(from && { from: from.text }), ...(to && { to: to.text }) },
    warnings: hasOthers && stated.length > 0 ? [openEnd(stated.toSorted()[0] ?? "")] : [],
  };
}

/** What depends on the date may stay open because of it, and the person knows better. */
function openEnd(shownAs: string): Warning {
  const message = `${shownAs} says when it was collected; other files do not, so they may be as young as today. If all are of one time, give it with --at.`;
  return { code: "time-left-open", message, file: shownAs };
}

interface Instant {
  readonly instant: number;
  readonly text: string;
  readonly shownAs: string;
}

/** Of a time without an offset the end that claims less. */
function instants(text: string | undefined, { shownAs }: Dated, end: "from" | "to"): Instant[] {
  const time = text === undefined ? undefined : parseTimestamp(text);
  return time?.ok && text !== undefined ? [{ instant: time.value[end], text, shownAs }] : [];
}

/** Of equal instants the text that comes first, so that the order of files has no effect. */
function latest(all: readonly Instant[]): Instant | undefined {
  return [...all].sort((a, b) => b.instant - a.instant || (a.text < b.text ? -1 : 1))[0];
}

/** One of the two clocks is wrong, and which one cannot be known, so neither end is. */
function fromTheFuture(from: Instant, to: Instant): Warning {
  const message = `${from.shownAs} speaks of ${from.text}, which lies after ${to.text}, the end of the collection. One of the two clocks is wrong, so the time of the collection is not known; give it with --at.`;
  return { code: "time-in-the-future", message, file: from.shownAs };
}
