import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writtenDate } from "../../../../facts/formats/powershell/written-date.ts";

describe("a date in an export", () => {
  it.each([
    ["/Date(1795183507123)/", "2026-11-20T14:05:07.1230000Z"],
    ["/Date(1795183507123+0100)/", "2026-11-20T14:05:07.1230000Z"],
    ["/Date(-1)/", "1969-12-31T23:59:59.9990000Z"],
    ["2026-11-20T14:05:07.1234567Z", "2026-11-20T14:05:07.1234567Z"],
    ["2026-11-20T15:05:07.1234567+01:00", "2026-11-20T14:05:07.1234567Z"],
    ["2026-11-20 09:05:07-05:00", "2026-11-20T14:05:07.0000000Z"],
  ])("that names its offset is an instant: %s", (written, time) => {
    expect(writtenDate(written)).toEqual({ kind: "instant", time });
  });

  it.each([
    ["2026-11-20T14:05:07.1234567", "2026-11-20T14:05:07.1234567"],
    ["2026-11-20 14:05:07", "2026-11-20T14:05:07"],
    ["2026/11/20 14:05", "2026-11-20T14:05:00"],
    ["2026. 11. 20. 14:05:07", "2026-11-20T14:05:07"],
    ["20.11.2026 14:05:07", "2026-11-20T14:05:07"],
    ["01.02.2026 4:05:07", "2026-02-01T04:05:07"],
    ["20.11.2026 14.05.07", "2026-11-20T14:05:07"],
    ["5/5/2026 2:05:07 PM", "2026-05-05T14:05:07"],
    ["\u200e5/5/2026 12:05:07\u202fAM", "2026-05-05T00:05:07"],
    ["5/5/2026, 12:05:07 p. m.", "2026-05-05T12:05:07"],
  ])("without one is a local time: %s", (written, text) => {
    expect(writtenDate(written)).toEqual({ kind: "local", text });
  });

  it.each([
    ["11/20/2026 2:05:07 PM", "2026-11-20T14:05:07", "month-first"],
    ["20/11/2026 14:05:07", "2026-11-20T14:05:07", "day-first"],
    ["20-11-2026 14:05:07", "2026-11-20T14:05:07", "day-first"],
    ["2/30/2026 2:05:07 PM", undefined, undefined],
    ["2/29/2028 2:05:07 PM", "2028-02-29T14:05:07", "month-first"],
  ])("that can be read in one order only shows that order: %s", (written, text, shows) => {
    expect(writtenDate(written)).toEqual(
      text === undefined ? { kind: "strange" } : { kind: "local", text, shows },
    );
  });

  it.each(["11/12/2026 2:05:07 PM", "11-12-2026 14:05:07"])(
    "that reads two ways stays open: %s",
    (written) => {
      const readings = { "day-first": "2026-12-11T14:05:07", "month-first": "2026-11-12T14:05:07" };
      expect(writtenDate(written)).toEqual({ kind: "two-ways", readings });
    },
  );

  it.each([
    "",
    "yesterday",
    "11/20/26 2:05:07 PM",
    "20.11.2026",
    "11/20/2026 13:05:07 PM",
    "11/20/2026 0:05:07 AM",
    "11/20/2026 25:05:07",
    "11/20/2026 2:05:07 nachm.",
    "31.02.2026 14:05:07",
    "20.11.2569 14:05:07",
    "29/05/1448 14:05:07",
    "20.11/2026 14:05:07",
    "/Date(-99999999999999)/",
    "/Date(x)/",
    "٢٠/١١/٢٠٢٦ ١٤:٠٥:٠٧",
  ])("that cannot be read for certain is not read: %j", (written) => {
    expect(writtenDate(written)).toEqual({ kind: "strange" });
  });

  it("is never an instant without an offset, and never throws", () => {
    const part = fc.constantFrom(
      "1",
      "20",
      "11",
      "2026",
      "/",
      "-",
      ".",
      ":",
      " ",
      "T",
      "AM",
      "pm",
      "\u200e",
      "é",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        expect(writtenDate(parts.join("")).kind).not.toBe("instant");
      }),
      { seed: 20261, numRuns: 3_000 },
    );
  });
});
