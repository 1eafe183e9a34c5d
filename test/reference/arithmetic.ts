import type { Claim } from "../../engine/facts/reading.ts";
import type { Interval } from "./known.ts";

const day = 86_400_000;

const none: Claim = { value: null };

/** none if one of them is none. */
export function difference(a: Claim, b: Claim, perUnit: number): Claim[] {
  const [left, right] = [range(a), range(b)];
  if (left === null || right === null) return [none];
  return [claim((left.low - right.high) / perUnit, (left.high - right.low) / perUnit)];
}

/** none if one of them is none; nothing is a share of nothing, so that is not known. */
export function percent(part: Claim, of: Claim): Claim[] {
  const [top, bottom] = [range(part), range(of)];
  if (top === null || bottom === null) return [none];
  if (bottom.low <= 0 && bottom.high >= 0) return [{ low: -Infinity, high: Infinity }];
  const corners = [top.low, top.high]
    .flatMap((a) => [bottom.low, bottom.high].map((b) => (a / b) * 100))
    // Infinity of infinity may be anything between the other corners.
    .filter((corner) => !Number.isNaN(corner));
  return [claim(Math.min(...corners), Math.max(...corners))];
}

/** The days from the collection to it, wherever in its interval the collection was. */
export function untilNow(of: Claim, now: Interval): Claim[] {
  const instant = range(of);
  return instant === null ? [none] : [claim((instant.low - now.high) / day, (instant.high - now.low) / day)];
}

/** null for none. */
export function range(of: Claim): Interval | null {
  if (!("value" in of)) return of;
  return of.value === null ? null : { low: Number(of.value), high: Number(of.value) };
}

export const claim = (low: number, high: number): Claim => (low === high ? { value: low } : { low, high });
