import { describe, expect, it } from "vitest";
import { hiddenCharacters } from "../../../../engine/rulebook/parse/hidden-characters.ts";

const inFile = (text: string) =>
  hiddenCharacters({ pack: "harbour", path: "a/b.yaml", shownAs: "harbour/a/b.yaml", text });

describe("characters that nobody sees", () => {
  it.each([
    ["a mark that turns the direction", "\u202e", "U+202E"],
    ["a space without width", "\u200b", "U+200B"],
    ["a soft hyphen", "\u00ad", "U+00AD"],
    ["a byte order mark inside of the text", "\ufeff", "U+FEFF"],
    ["a letter that is blank", "\u3164", "U+3164"],
    ["a joiner of letters without a look", "\u034f", "U+034F"],
    ["a tag, which carries hidden letters", "\u{e0041}", "U+E0041"],
  ])("are told with their place: %s", (_, character, name) => {
    expect(inFile(`id: b\ntitle: Lamp${character} out\n`)).toMatchObject([
      {
        file: "harbour/a/b.yaml",
        line: 2,
        column: 12,
        code: "hidden-character",
        message: expect.stringContaining(name),
      },
    ]);
  });

  it.each([
    ["a byte order mark at the beginning", "\ufeffid: b\n"],
    ["the joiner of an emoji and of scripts", "title: \u{1f469}\u200d\u{1f527} می\u200cخواهم\n"],
    ["the sign behind which an emoji is in colour", "title: \u2714\ufe0f\n"],
  ])("may stand where they mean something: %s", (_, text) => {
    expect(inFile(text)).toEqual([]);
  });

  it("are told for the first few places", () => {
    expect(inFile(`title: ${"\u200b".repeat(700)}\n`)).toHaveLength(5);
  });
});
