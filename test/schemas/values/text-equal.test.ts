import { describe, expect, it } from "vitest";
import { foldText, sameText } from "../../../schemas/values/text-equal.ts";

describe("two texts", () => {
  it.each([
    ["Contoso", "contoso", true, false],
    [" Contoso ", "contoso", true, false],
    ["contoso", "contoso", true, true],
    ["Bu\u0308cher", "B\u00FCcher", true, false],
    ["TITLE", "title", true, false],
    ["contoso", "contoso2", false, false],
    ["a b", "ab", false, false],
  ])("%j and %j: same %s, same to the letter %s", (a, b, same, exact) => {
    expect(sameText(a, b, false)).toBe(same);
    expect(sameText(a, b, true)).toBe(exact);
    expect(foldText(a) === foldText(b)).toBe(same);
  });
});
