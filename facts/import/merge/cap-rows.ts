import type { RowEntry, SliceEntry } from "../../../schemas/generated/types.ts";
import { limits } from "../../../schemas/limits.ts";
import { formatTimestamp, parseTimestamp } from "../../../schemas/values/timestamp.ts";

export interface Capped {
  readonly kept: RowEntry[];
  readonly dropped: number;
  readonly covers: SliceEntry[];
}

/** No more rows than a list may have: the newest. What is given up is no longer covered. Rows come oldest first. */
export function newestRows(rows: readonly RowEntry[], covers: readonly SliceEntry[]): Capped {
  const dropped = Math.max(0, rows.length - limits.listRows);
  if (dropped === 0) return { kept: [...rows], dropped, covers: [...covers] };
  const lastDropped = rows[dropped - 1]?.time;
  return { kept: rows.slice(dropped), dropped, covers: covers.flatMap((slice) => after(lastDropped, slice)) };
}

const microsecond = 0.001;

/** The part of a slice that begins after the last row that was given up. */
function after(lastDropped: unknown, slice: SliceEntry): SliceEntry[] {
  const { time, ...rest } = slice;
  const cut = typeof lastDropped === "string" ? parseTimestamp(lastDropped) : undefined;
  if (!cut?.ok || time === null || typeof time !== "object") return [];
  const start = cut.value.to + microsecond;
  if (time.from !== undefined && instant(time.from) >= start) return [slice];
  if (time.to !== undefined && instant(time.to) <= start) return [];
  return [{ ...rest, time: { ...time, from: formatTimestamp(start) } }];
}

function instant(text: string): number {
  const time = parseTimestamp(text);
  return time.ok ? time.value.from : Number.NaN;
}
