import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMinute, formatTimestamp, parseTimestamp } from "../../../schemas/values/timestamp.ts";

const exact = (text: string) => {
  const result = parseTimestamp(text);
  if (!result.ok) throw new Error(result.why);
  return result.value;
};
const hour = 3_600_000;

describe("a timestamp with an offset", () => {
  it.each([
    ["2026-11-20T14:05:07Z", "2026-11-20T14:05:07Z"],
    ["2026-11-20 14:05:07z", "2026-11-20T14:05:07Z"],
    ["  2026-11-20T14:05Z ", "2026-11-20T14:05:00Z"],
    ["2026-11-20 14:05 +01:00", "2026-11-20T13:05:00Z"],
    ["2026-11-20T14:05:07+0530", "2026-11-20T08:35:07Z"],
    ["2026-11-20T23:30:00-03:30", "2026-11-21T03:00:00Z"],
    ["2026-11-20T14:05:07.5Z", "2026-11-20T14:05:07.5Z"],
    ["2026-11-20T14:05:07,125Z", "2026-11-20T14:05:07.125Z"],
    ["2026-11-20T14:05:07.123456Z", "2026-11-20T14:05:07.123456Z"],
    ["2026-11-20T14:05:07.000Z", "2026-11-20T14:05:07Z"],
    ["2026-11-20T14:05:59.9999999Z", "2026-11-20T14:06:00Z"],
    ["2024-02-29T00:00Z", "2024-02-29T00:00:00Z"],
    ["2000-02-29T00:00Z", "2000-02-29T00:00:00Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
    ["9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z"],
    ["1969-12-31T23:59:59.25Z", "1969-12-31T23:59:59.25Z"],
  ])("%s is the instant %s", (text, normal) => {
    const { from, to } = exact(text);
    expect(from).toBe(to);
    expect(formatTimestamp(from)).toBe(normal);
  });

  it("agrees with the calendar of the platform on every 97th day of four centuries", () => {
    for (let days = -110_000; days < 60_000; days += 97) {
      const instant = days * 24 * hour + 12_345_678;
      expect(formatTimestamp(instant)).toBe(new Date(instant).toISOString().replace(/0+Z$/, "Z"));
      expect(exact(new Date(instant).toISOString()).from).toBe(instant);
    }
  });

  it("tells two events apart that are a microsecond apart", () => {
    expect(exact("2026-11-20T14:05:07.000001Z").from).toBeLessThan(exact("2026-11-20T14:05:07.000002Z").from);
  });

  it("keeps the text as it was written", () => {
    expect(exact(" 2026-11-20T14:05:07.1234567Z").text).toBe("2026-11-20T14:05:07.1234567Z");
  });
});

describe("a timestamp without an offset", () => {
  it("is open by fourteen hours on either side", () => {
    const noon = exact("2026-11-20T12:00:00Z").from;
    expect(exact("2026-11-20 12:00")).toMatchObject({ from: noon - 14 * hour, to: noon + 14 * hour });
  });

  it("that is a date alone covers that day at every place on earth", () => {
    const start = exact("2026-11-20T00:00Z").from;
    expect(exact("2026-11-20")).toMatchObject({ from: start - 14 * hour, to: start + 38 * hour });
  });

  it("stays within the years that can be written", () => {
    expect(formatTimestamp(exact("0001-01-01").from)).toBe("0001-01-01T00:00:00Z");
    expect(formatTimestamp(exact("9999-12-31").to)).toMatch(/^9999-12-31T23:59:59/);
  });
});

describe("a text that is no timestamp", () => {
  it.each([
    ["2026-02-31T00:00Z", /28 days/],
    ["2023-02-29", /28 days/],
    ["1900-02-29", /28 days/],
    ["2026-04-31", /30 days/],
    ["2026-13-01", /month/],
    ["2026-20-11", /month/],
    ["2026-00-10", /month/],
    ["2026-11-00", /no such day/],
    ["0000-01-01", /year 0/],
    ["2026-11-20T24:00Z", /time of day/],
    ["2026-11-20T12:60Z", /time of day/],
    ["2026-11-20T12:00:60Z", /time of day/],
    ["2026-11-20T12:00+14:30", /offset/],
    ["2026-11-20T12:00+01:75", /offset/],
    ["0001-01-01T00:00+01:00", /outside/],
    ["20.11.2026 14:05", /cannot|not a date/],
    ["11/20/2026", /not a date/],
    ["yesterday", /not a date/],
    ["2026-11-20T14", /not a date/],
    ["2026-11-20Z", /not a date/],
    ["2026-11-20T14:05:07.Z", /not a date/],
    ["2026-11-20T14:05:07.1234567890Z", /not a date/],
    ["", /not a date/],
    [`2026-11-20${" ".repeat(300)}`, /not a date/],
  ])("%s is refused with a reason", (text, reason) => {
    const result = parseTimestamp(text);
    expect(result.ok ? "" : result.why).toMatch(reason);
  });
});

it("a minute for people is cut, never rounded up", () => {
  expect(formatMinute(exact("2026-11-20T14:05:59.999Z").from)).toBe("2026-11-20 14:05 UTC");
});

it("every instant of this century survives being written and read, to the microsecond", () => {
  const microseconds = fc.integer({ min: 0, max: 4_102_444_800_000 - 1 });
  fc.assert(
    fc.property(microseconds, fc.integer({ min: 0, max: 999 }), (whole, micro) => {
      const written = formatTimestamp(whole + micro / 1_000);
      expect(formatTimestamp(exact(written).from)).toBe(written);
      expect(Math.abs(exact(written).from - (whole + micro / 1_000))).toBeLessThan(0.000_5);
    }),
    { seed: 20261, numRuns: 500 },
  );
});
