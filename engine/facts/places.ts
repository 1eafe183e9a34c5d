import type { Origins, Place } from "../../schemas/generated/types.ts";
import { parseTimestamp } from "../../schemas/values/timestamp.ts";

/** Where a value was seen, as evidence names it. */
export function placesOf(origins: Origins | undefined): Place[] {
  return (origins ?? []).map(({ source, at, account, time }) => ({
    source,
    ...(at === undefined ? {} : { at }),
    ...(account === undefined ? {} : { account }),
    ...(time === undefined ? {} : { time }),
  }));
}

/** Places without repetition, in a fixed order. */
export function joinPlaces(...lists: readonly (readonly Place[])[]): Place[] {
  const places = lists.flat();
  if (places.length < 2) return places;
  const byText = new Map<string, Place>();
  for (const place of places) byText.set(placeKey(place), place);
  return [...byText.keys()].sort().flatMap((key) => byText.get(key) ?? []);
}

const placeKey = ({ source, at, account, time }: Place): string =>
  JSON.stringify([source, at ?? "", account ?? "", time ?? ""]);

/** The latest exact time at which something was seen, milliseconds; null if none is named. */
export function seenAt(places: readonly Place[]): number | null {
  let latest: number | null = null;
  for (const { time } of places) {
    const parsed = time === undefined ? null : parseTimestamp(time);
    if (!parsed?.ok || parsed.value.from !== parsed.value.to) continue;
    if (latest === null || parsed.value.from > latest) latest = parsed.value.from;
  }
  return latest;
}
