import { describe, expect, it } from "vitest";
import { collectedAt, type Dated } from "../../../facts/import/collected-at.ts";
import type { CollectedAt } from "../../../schemas/generated/types.ts";

const now = Date.UTC(2027, 0, 15, 8, 30);
const nowText = "2027-01-15T08:30:00Z";
const file = (attested?: string): Dated => ({
  shownAs: "a.xml",
  isFactFile: false,
  ...(attested && { attested }),
});
const factFile = (own?: CollectedAt): Dated => ({
  shownAs: "f.json",
  isFactFile: true,
  ...(own && { collectedAt: own }),
});
const november = { from: "2026-11-20T10:00:00Z", to: "2026-11-20T10:05:00Z" };
const december = { from: "2026-12-20T10:00:00Z", to: "2026-12-20T10:05:00Z" };

describe("the time of the collection", () => {
  it("is asked for where a fact file says it and other files do not", () => {
    const codes = (files: readonly Dated[]) =>
      collectedAt(files, now, undefined).warnings.map(({ code }) => code);
    expect(codes([file("2026-11-01T00:00:00Z"), factFile(november)])).toEqual(["time-left-open"]);
    expect(codes([factFile(november), factFile(december)])).toEqual([]);
    expect(codes([file(), factFile({ from: november.from })])).toEqual([]);
    expect(codes([file()])).toEqual([]);
  });

  it.each<[string, Dated[], CollectedAt | undefined]>([
    ["ends now for files", [file()], { to: nowText }],
    [
      "begins with the last that any file attests",
      [file("2026-11-01T00:00:00Z"), file("2026-11-20T14:05:07.1234567Z")],
      { from: "2026-11-20T14:05:07.1234567Z", to: nowText },
    ],
    ["is that of a fact file that stands alone", [factFile(november)], november],
    ["is not known of a fact file that does not say", [factFile()], undefined],
    [
      "stays half known where a fact file says half",
      [factFile({ from: november.from })],
      { from: november.from },
    ],
    ["is that of the last of several fact files", [factFile(november), factFile(december)], december],
    [
      "has no end if one of several fact files has none",
      [factFile(november), factFile()],
      { from: november.from },
    ],
    [
      "lies between the last fact file and now beside other files",
      [factFile(november), file("2026-11-01T00:00:00Z")],
      { from: november.from, to: nowText },
    ],
    [
      "takes the earlier end of a time without offset",
      [file("2026-11-20 10:00"), file("2026-11-19T21:00:00Z")],
      { from: "2026-11-19T21:00:00Z", to: nowText },
    ],
    ["is nothing without files", [], undefined],
  ])("%s", (_what, files, expected) => {
    expect(collectedAt(files, now, undefined).collectedAt).toEqual(expected);
    expect(collectedAt([...files].reverse(), now, undefined).collectedAt).toEqual(expected);
  });

  it("is what the person says, whatever the files say", () => {
    const at = "2026-11-20T14:05:07+01:00";
    expect(collectedAt([file("2026-12-31T00:00:00Z"), factFile(november)], now, at)).toEqual({
      collectedAt: { from: at, to: at },
      warnings: [],
    });
  });

  it("is not known where a file speaks of the future, because one of two clocks is wrong", () => {
    const { collectedAt: time, warnings } = collectedAt([file("2031-01-01T00:00:00Z")], now, undefined);
    expect(time).toBeUndefined();
    expect(warnings).toMatchObject([
      { code: "time-in-the-future", file: "a.xml", message: expect.stringContaining("--at") },
    ]);
  });
});
