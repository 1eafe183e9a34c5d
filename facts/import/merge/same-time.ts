import { parseTimestamp } from "../../../schemas/values/timestamp.ts";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Some exports cut times to the millisecond. */
const cutMilliseconds = 0.999_999;

/**
 * Whether times of one event from several files can mean the same instant, though one has no offset from UTC or fewer
 * digits.
 */
export function canBeOneInstant(times: readonly unknown[]): boolean {
  const spans = times.map(spanOf);
  if (spans.some((span) => span === undefined)) return times.every((time) => time === times[0]);
  const known = spans.filter((span) => span !== undefined);
  return Math.max(...known.map(({ from }) => from)) <= Math.min(...known.map(({ to }) => to));
}

/** The time that says most; of equals the one that comes first as text. */
export function mostExact(times: readonly string[]): string | undefined {
  const width = (time: string): number => {
    const span = spanOf(time);
    return span === undefined ? Number.POSITIVE_INFINITY : span.to - span.from;
  };
  return [...times].sort((a, b) => width(a) - width(b) || (a < b ? -1 : 1))[0];
}

function spanOf(time: unknown): Span | undefined {
  const parsed = typeof time === "string" ? parseTimestamp(time) : undefined;
  if (!parsed?.ok) return undefined;
  const { from, to } = parsed.value;
  return { from, to: Number.isInteger(to) ? to + cutMilliseconds : to };
}
