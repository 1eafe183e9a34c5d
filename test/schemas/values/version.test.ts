import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions, parseVersion } from "../../../schemas/values/version.ts";

describe("a version", () => {
  it.each([
    ["1.5.4287.0", "1.5.4287.0"],
    [" 10.0.17763.1 ", "10.0.17763.1"],
    ["1.05.0042", "1.5.42"],
    ["0.0", "0.0"],
    ["4", "4"],
    ["00", "0"],
  ])("%s has the normal form %s", (text, normal) => {
    expect(parseVersion(text)).toEqual({ ok: true, value: normal });
  });

  it.each([
    "",
    "v1.2",
    "1.2-beta",
    "1..2",
    ".1",
    "1.",
    "1,5",
    "1.2.3.4.5.6.7.8.9",
    "-1.2",
    "1.2 (x64)",
    "1".repeat(500),
  ])("%s is refused with an example", (text) => {
    const result = parseVersion(text);
    expect(result.ok ? "" : result.why).toContain("1.5.4287.0");
  });
});

describe("the order of versions", () => {
  it.each([
    ["1.9", "1.10"],
    ["1.5.4287.0", "1.5.4287.1"],
    ["1.5", "1.5.0.1"],
    ["9", "10"],
    ["1.0.99999999999999999998", "1.0.99999999999999999999"],
  ])("%s is older than %s", (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it("takes a missing number for 0", () => {
    expect(compareVersions("1.5", "1.5.0.0")).toBe(0);
  });

  it("is total", () => {
    const version = fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }).map((parts) => parts.join("."));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        expect(compareVersions(a, a)).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});
