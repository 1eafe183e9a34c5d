import { describe, expect, it } from "vitest";
import { parseDuration } from "../../../schemas/values/duration.ts";

describe("a length of time", () => {
  it.each([
    ["30 days", 2_592_000_000],
    ["1 day", 86_400_000],
    ["12 hours", 43_200_000],
    ["5 minutes", 300_000],
    [" 90 Seconds ", 90_000],
    ["7days", 604_800_000],
    ["0 seconds", 0],
  ])("%s is %i milliseconds", (text, milliseconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: milliseconds });
  });

  it.each([
    "",
    "days",
    "30",
    "1.5 hours",
    "-3 days",
    "3 weeks",
    "3 fortnights",
    "30 d",
    "99999999 days",
    "3 constructors",
  ])("%s is refused with a reason", (text) => {
    const result = parseDuration(text);
    expect(result.ok ? "" : result.why).toMatch(/length of time/);
  });
});
