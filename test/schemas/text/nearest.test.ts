import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../../schemas/text/nearest.ts";

const facts = [
  "trust.certificate.days-left",
  "trust.certificate.not-after",
  "events.connector-admin",
  "service.connector.state",
  "service.updater.state",
  "proxy.address",
];

describe("the nearest names", () => {
  it.each([
    ["trust.certificate.days-leftt", ["trust.certificate.days-left"]],
    ["Trust.Certificate.Days_Left", ["trust.certificate.days-left"]],
    ["trust.certificate.dyas-left", ["trust.certificate.days-left"]],
    ["days-left", ["trust.certificate.days-left"]],
    ["service.conector.state", ["service.connector.state", "service.updater.state"]],
    ["porxy.address", ["proxy.address"]],
    ["something.else", []],
    ["", []],
    ["x", []],
  ])("of %j are %j", (name, expected) => {
    expect(nearest(name, facts)).toEqual(expected);
  });

  it("come closest first, then in the order of code units, whatever the order of the candidates", () => {
    const candidates = ["bat", "cat", "cot", "Cart", "cat", "dog"];
    expect(nearest("cat", candidates)).toEqual(["cat", "Cart", "bat"]);
    expect(nearest("cat", candidates.toReversed())).toEqual(["cat", "Cart", "bat"]);
    expect(nearest("cat", candidates, 1)).toEqual(["cat"]);
  });

  it("are found among twenty thousand long ones", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `${"a".repeat(70)}-${index}`);
    expect(nearest(`${"a".repeat(70)}-12345x`, many, 1)).toEqual([`${"a".repeat(70)}-12345`]);
    expect(nearest("a".repeat(1_000_000), many)).toEqual([]);
  });

  it("hold the name that was meant, whatever single slip was made", () => {
    const slip = fc.constantFrom("leave out", "double", "change", "swap");
    fc.assert(
      fc.property(fc.constantFrom(...facts), fc.nat(), slip, (name, seed, kind) => {
        const at = seed % (name.length - 1);
        const [first = "", second = ""] = name.slice(at, at + 2);
        const slips = {
          "leave out": second,
          double: first + first + second,
          change: `q${second}`,
          swap: second + first,
        };
        expect(nearest(name.slice(0, at) + slips[kind] + name.slice(at + 2), facts)[0]).toBe(name);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});
