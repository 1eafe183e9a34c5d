import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonElements } from "../../../../facts/formats/event-json/json-elements.ts";

function read(text: string, size = text.length || 1): string[] {
  const elements = new JsonElements();
  const pieces = [];
  for (let at = 0; at < text.length; at += size) pieces.push(...elements.push(text.slice(at, at + size)));
  pieces.push(...elements.end());
  return pieces.map((piece) =>
    piece.kind === "element" ? `${piece.text}@${piece.line}` : `${piece.damage.code}@${piece.damage.line}`,
  );
}

const cases: [string, string, string[]][] = [
  ["a list", '[{"a":1},\n{"b":{}}]', ['{"a":1}@1', '{"b":{}}@2']],
  ["one object", ' {"a":[{"b":1}]}\n', ['{"a":[{"b":1}]}@1']],
  ["a line for each object", '{"a":1}\n{"b":2}\r\n\r\n{"c":3}', ['{"a":1}@1', '{"b":2}@2', '{"c":3}@4']],
  [
    "brackets and escapes in strings",
    '[{"a":"}{\\"]\\\\"},{"b":"\\\\\\""}]',
    ['{"a":"}{\\"]\\\\"}@1', '{"b":"\\\\\\""}@1'],
  ],
  ["an empty list", "[]", []],
  ["nothing", "", []],
  ["a list that is cut between objects", '[{"a":1},\n', ['{"a":1}@1', "cut-off@2"]],
  ["a list that is cut in an object", '[{"a":1},\n{"b":"', ['{"a":1}@1', "cut-off@2"]],
  [
    "other things between objects",
    '{"a":1}\nWARNUNG\nx{"b":2}',
    ['{"a":1}@1', "stray-content@2", '{"b":2}@3'],
  ],
  ["a bracket too many in an object", '[{"a":1]},\n{"b":2}]', ['{"a":1]@1', "stray-content@1", '{"b":2}@2']],
];

describe("JSON of any length", () => {
  it.each(cases)("is cut into its objects: %s", (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(cases)("is cut the same in small pieces: %s", (_what, text, expected) => {
    for (const size of [1, 2, 3, 5]) expect(read(text, size)).toEqual(expected);
  });

  it("gives back every object that was written", () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.nat(7), fc.boolean(), (objects, size, isList) => {
        const text = isList
          ? JSON.stringify(objects, null, 2)
          : objects.map((each) => JSON.stringify(each)).join("\n");
        const found = read(text, size + 1).map((each) => each.replace(/@\d+$/, ""));
        expect(found.map((each) => JSON.parse(each))).toEqual(JSON.parse(JSON.stringify(objects)));
      }),
      { seed: 20261, numRuns: 500 },
    );
  });

  it("leaves an object out that is too long, and goes on with the next line", () => {
    const long = `{"a":"${"x".repeat(1024 * 1024)}"}`;
    for (const size of [2 * 1024 * 1024, 65_536])
      expect(read(`{"a":1}\n${long}\n{"b":2}`, size)).toEqual(['{"a":1}@1', "event-too-long@2", '{"b":2}@3']);
  });

  it.each([
    ["brackets", '{"a":'.repeat(400_000)],
    ["a string", `{"${"x".repeat(2_500_000)}`],
    ["escapes", `{"${"\\".repeat(2_500_000)}`],
    ["quotation marks", `{${'""'.repeat(1_200_000)}`],
  ])("ends although %s never end", (_what, text) => {
    expect(read(text, 65_536).slice(0, 1)).toEqual(["event-too-long@1"]);
  });
});
