import type { Unit } from "../../schemas/generated/types.ts";

/** A number as written, with its unit: `0.25 days`, `1 day`, `7` for a count. */
export function exactAmount(value: number, unit: Unit | null): string {
  return withUnit(String(value), unit);
}

/** A number that was measured, cut to what a person reads: `-8 days`, `less than 0.1 days`. */
export function readableAmount(value: number, unit: Unit | null): string {
  const cut = floored(value, unit);
  return value > 0 && cut === 0
    ? `less than ${withUnit(String(1 / steps(unit)), unit)}`
    : exactAmount(cut, unit);
}

/** A closed range of numbers; null where it says nothing at all. */
export function rangeOfAmounts(low: number, high: number, unit: Unit | null): string | null {
  if (low === high) return readableAmount(low, unit);
  if (low === -Infinity && high === Infinity) return null;
  if (high === Infinity) return `at least ${exactAmount(floored(low, unit), unit)}`;
  if (low === -Infinity) return `at most ${exactAmount(upper(high, unit), unit)}`;
  if (floored(low, unit) === floored(high, unit)) return readableAmount(low, unit);
  return `between ${floored(low, unit)} and ${exactAmount(upper(high, unit), unit)}`;
}

const steps = (unit: Unit | null) => (unit === "days" ? 10 : 1_000);

/** Always downwards: a certificate that expired an hour ago has -0.1 days left, never 0. */
function floored(value: number, unit: Unit | null): number {
  const cut = Math.floor(value * steps(unit)) / steps(unit);
  return Number.isFinite(cut) ? cut + 0 : value;
}

/** Upwards, so that the range holds all it should; but a negative end keeps its sign. */
function upper(value: number, unit: Unit | null): number {
  return value < 0 ? floored(value, unit) : -floored(-value, unit) + 0;
}

const singular: Record<Unit, string> = {
  milliseconds: "millisecond",
  seconds: "second",
  minutes: "minute",
  hours: "hour",
  days: "day",
  bytes: "byte",
  percent: "percent",
  count: "",
};

function withUnit(number: string, unit: Unit | null): string {
  if (unit === null || unit === "count") return number;
  return `${number} ${number === "1" || number === "-1" ? singular[unit] : unit}`;
}
