import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { plainMeaning } from "../../../schemas/text/yaml-plain.ts";

const byLibrary = (text: string): unknown => parse(text, { version: "1.2", schema: "core" });

describe("a text without quotes", () => {
  it.each(
    "~ null Null NULL nULL true True TRUE tRUE false False FALSE yes no on off 0 -0 +7 007 1.50 1. .5 -.5 +.5e3 1e3 1E-3 1e 0x1F 0X1F 0o17 0o18 0b1 .inf -.inf +.Inf .INF .iNF .nan .NaN .NAN -.nan 1_000 12345678901234567890 4905E12 1.2.3 2026-01-02 -a +a .a nope true1 -1- 0x 1e400".split(
      " ",
    ),
  )("%s means what the library says", (text) => {
    expect([plainMeaning(text)]).toEqual(byLibrary(`[${text}]`));
  });

  it("means what the library says, whatever it is made of", () => {
    const characters = fc.constantFrom(..."+-.0123456789eExoaAfFnNuUlLtTrRsSiI~_");
    fc.assert(
      fc.property(fc.string({ unit: characters, minLength: 1, maxLength: 7 }), (text) => {
        // What begins like a list or a document says something else in YAML.
        fc.pre(!/^-*$|^\.\.\./.test(text));
        expect(plainMeaning(text)).toEqual(byLibrary(text));
      }),
      { seed: 20261, numRuns: 20_000 },
    );
  });

  it("means nothing where nothing is written", () => {
    expect(plainMeaning("")).toBeNull();
  });
});
