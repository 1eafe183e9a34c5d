import fc from "fast-check";
import { hostileStrings } from "./hostile.ts";

const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

const markUp = fc.string({
  unit: fc.constantFrom(..."`*_[]()<>|~&\\{}$^@#.:/-+=!1aB \t\n"),
  maxLength: 24,
});

/** Any text that could stand in a file: sentences, mark-up, control characters, halves of pairs, known attacks. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  codeUnits,
  markUp,
);
