import { describe, expect, it } from "vitest";
import { agreement, allOf, anyOf, negate, type Truth } from "../../engine/truth.ts";

const U = "unknown";
const truths: readonly Truth[] = [true, false, U];

describe("truth", () => {
  it.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, false, false, true],
    [true, U, U, true],
    [false, false, false, false],
    [false, U, false, U],
    [U, U, U, U],
  ])("%s and %s: all is %s, any is %s, in either order", (a, b, all, any) => {
    expect([allOf([a, b]), allOf([b, a])]).toEqual([all, all]);
    expect([anyOf([a, b]), anyOf([b, a])]).toEqual([any, any]);
  });

  it("obeys De Morgan's laws", () => {
    for (const a of truths)
      for (const b of truths) expect(negate(allOf([a, b]))).toBe(anyOf([negate(a), negate(b)]));
  });

  it("keeps unknown unknown when it is negated", () => {
    expect(truths.map(negate)).toEqual([false, true, U]);
  });

  it("takes what all possibilities agree on, and nothing else", () => {
    expect(agreement([true, true])).toBe(true);
    expect(agreement([false])).toBe(false);
    expect(agreement([true, false])).toBe(U);
    expect(agreement([U, U])).toBe(U);
  });
});
