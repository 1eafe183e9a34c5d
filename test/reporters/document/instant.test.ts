import { describe, expect, it } from "vitest";
import { collectionText, instantText } from "../../../reporters/document/instant.ts";

describe("a time", () => {
  it.each([
    ["2026-11-20T14:05:38Z", "2026-11-20 14:05 UTC"],
    ["2026-11-20T14:05:38.1234567+00:00", "2026-11-20 14:05 UTC"],
    ["2026-11-20 14:05 +01:00", "2026-11-20 14:05 +01:00"],
    ["2026-11-20T14:05:38", "2026-11-20T14:05:38"],
    ["yesterday", "yesterday"],
  ])("%s is printed as %s", (time, expected) => {
    expect(instantText(time)).toBe(expected);
  });
});

describe("the time of the collection", () => {
  it.each([
    [{ from: "2026-11-20T14:05:11Z", to: "2026-11-20T14:05:38Z" }, "collected 2026-11-20 14:05 UTC"],
    [
      { from: "2026-11-20T14:05:11Z", to: "2026-11-21T09:00:00Z" },
      "collected between 2026-11-20 14:05 UTC and 2026-11-21 09:00 UTC",
    ],
    [{ from: "2026-11-20T14:05:11Z" }, "collected 2026-11-20 14:05 UTC or later"],
    [{ to: "2026-11-20T14:05:11Z" }, "collected 2026-11-20 14:05 UTC or earlier"],
    [{}, "collected at a time that is not known"],
  ])("%j is said in words", (collectedAt, expected) => {
    expect(collectionText(collectedAt)).toBe(expected);
  });
});
