import { formatTimestamp, parseTimestamp } from "../../../schemas/values/timestamp.ts";
import type { ScalarShape } from "../../rulebook/rulebook.ts";

/** What may stand in place of a constant so that the test means a little less or more. */
export function nearValues(value: unknown, shape: ScalarShape): readonly unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value - 1, value + 1];
  if (typeof value !== "string") return [];
  switch (shape.type) {
    case "version":
      return nearVersions(value);
    case "timestamp":
      return nearInstants(value);
    case "one-of":
      return shape.values.filter((other) => other.toLowerCase() !== value.trim().toLowerCase()).slice(0, 1);
    default:
      return [];
  }
}

/** `30 days`: 29 and 31 days. */
export function nearDurations(written: string): readonly string[] {
  const [, digits, rest] = /^(\d{1,9})(\D.*)$/s.exec(written) ?? [];
  if (digits === undefined || rest === undefined) return [];
  const number = Number(digits);
  return [number - 1, number + 1].filter((each) => each >= 0).map((each) => `${each}${rest}`);
}

/** The last part of a version one down and one up. */
function nearVersions(written: string): readonly string[] {
  const [, front = "", last] = /^((?:\d+\.)*)(\d{1,9})$/.exec(written.trim()) ?? [];
  if (last === undefined) return [];
  const number = Number(last);
  return [number - 1, number + 1].filter((each) => each >= 0).map((each) => `${front}${each}`);
}

/** One second earlier and later. */
function nearInstants(written: string): readonly string[] {
  const time = parseTimestamp(written);
  if (!time.ok || time.value.from !== time.value.to) return [];
  return [time.value.from - 1_000, time.value.from + 1_000].map(formatTimestamp);
}
