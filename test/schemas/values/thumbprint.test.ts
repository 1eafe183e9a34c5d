import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseThumbprint } from "../../../schemas/values/thumbprint.ts";

const normal = "4905E12A00F3C4D5B6978877665544332211AABB";

describe("a thumbprint", () => {
  it.each([
    normal,
    normal.toLowerCase(),
    normal.replace(/..(?=.)/g, "$& "),
    normal.replace(/..(?=.)/g, "$&:"),
    normal.replace(/..(?=.)/g, "$&-"),
    `\u200E${normal}`,
    `\uFEFF${normal}\u200F`,
    normal.replace(/..(?=.)/g, "$&\u00A0"),
    normal.replace(/..(?=.)/g, "$&\u200B"),
    `\t${normal}\r\n`,
  ])("%j is brought to its normal form", (text) => {
    expect(parseThumbprint(text)).toEqual({ ok: true, value: normal });
  });

  it.each([
    ["", /empty/],
    [" \u200E ", /empty/],
    [normal.slice(1), /this one has 39/],
    [`${normal}0`, /this one has 41/],
    [`${normal.slice(1)}G`, /holds others/],
    [`${normal.slice(1)}\u0410`, /holds others/],
    ["AB".repeat(32), /SHA-256/],
    ["A".repeat(5_000), /has 5000/],
  ])("%j is refused with the reason %s", (text, reason) => {
    const result = parseThumbprint(text);
    expect(result.ok ? "" : result.why).toMatch(reason);
  });

  it("stays what it is when read again", () => {
    const digits = fc.array(fc.constantFrom(..."0123456789abcdefABCDEF"), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(digits, fc.constantFrom("", " ", ":", "\u200E"), (parts, separator) => {
        const first = parseThumbprint(parts.join(separator));
        expect(first.ok).toBe(true);
        expect(first.ok && parseThumbprint(first.value)).toEqual(first);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});
