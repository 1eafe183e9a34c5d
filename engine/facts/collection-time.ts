import type { CollectedAt } from "../../schemas/generated/types.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";

/** The interval in which the collection happened, in milliseconds since 1970; unbounded where an end is not known. */
export interface CollectionTime {
  readonly from: number;
  readonly to: number;
}

const notKnown: CollectionTime = { from: -Infinity, to: Infinity };

/** `isClear`: false where what the file says cannot be right, so that it counts as not known. */
export function collectionTime({ from, to }: CollectedAt): {
  readonly time: CollectionTime;
  readonly isClear: boolean;
} {
  const begin = from === undefined ? null : parseTimestamp(from);
  const end = to === undefined ? null : parseTimestamp(to);
  const time = {
    from: begin?.ok ? begin.value.from : -Infinity,
    to: end?.ok ? end.value.to : Infinity,
  };
  const isClear = begin?.ok !== false && end?.ok !== false && time.from <= time.to;
  return { time: isClear ? time : notKnown, isClear };
}
