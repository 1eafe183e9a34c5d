import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../schemas/limits.ts";
import { readJson } from "../../../schemas/text/read-json.ts";
import type { ReaderCode } from "../../../schemas/text/reader-codes.ts";

const read = (text: string) => {
  const result = readJson(text, "facts.json");
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join(" "));
  return result;
};
const problemsOf = (text: string) => {
  const result = readJson(text, "facts.json");
  return result.ok ? [] : result.problems;
};

describe("JSON that cannot be read", () => {
  it.each<[string, ReaderCode, number, number]>([
    ["", "file-empty", 1, 1],
    [" \n\t", "file-empty", 1, 1],
    ['{"a": [1, 2', "json-truncated", 1, 11],
    ['{"a": tr', "json-truncated", 1, 8],
    ['{"a": "x', "json-truncated", 1, 9],
    ['{"a": "\\u00', "json-truncated", 1, 8],
    ['{"a":', "json-truncated", 1, 5],
    ['{"a": 1,\n}', "json-trailing-comma", 2, 1],
    ["[1, ]", "json-trailing-comma", 1, 5],
    ["// odd\n{}", "json-comment", 1, 1],
    ["[1 /* odd */]", "json-comment", 1, 4],
    ["{'a': 1}", "json-quotes", 1, 2],
    ["{\u201Ca\u201D: 1}", "json-quotes", 1, 2],
    ["{a: 1}", "json-quotes", 1, 2],
    ["[True]", "json-quotes", 1, 2],
    ["[NaN]", "json-quotes", 1, 2],
    ["[truex]", "json-quotes", 1, 2],
    ['{"path": "C:\\Temp"}', "json-escape", 1, 13],
    ['["a\nb"]', "json-control-character", 1, 4],
    ["[01]", "json-number", 1, 2],
    ["[.5]", "json-number", 1, 2],
    ["[1.]", "json-number", 1, 2],
    ["[+1]", "json-number", 1, 2],
    ["[0x1F]", "json-number", 1, 2],
    ["{} {}", "json-trailing-text", 1, 4],
    ['{"a" 1}', "json-syntax", 1, 6],
    ["[1 2]", "json-syntax", 1, 4],
    ["[1}", "json-syntax", 1, 3],
    ["]", "json-syntax", 1, 1],
    ["[\u00A01]", "json-syntax", 1, 2],
    ["[12345678901234567890]", "number-too-large", 1, 2],
    ["[-9007199254740992]", "number-too-large", 1, 2],
    ["[1e999]", "number-too-large", 1, 2],
    ['{"a": {"__proto__": {"admin": true}}}', "reserved-key", 1, 8],
    ['{"constructor": 1}', "reserved-key", 1, 2],
    ['{"\\u0070rototype": 1}', "reserved-key", 1, 2],
    ["[".repeat(limits.jsonDepth + 1), "nesting-too-deep", 1, limits.jsonDepth + 1],
    ['{"a":'.repeat(100_000), "nesting-too-deep", 1, limits.jsonDepth * 5 + 1],
  ])("%s is %s", (text, code, line, column) => {
    expect(problemsOf(text)).toMatchObject([{ file: "facts.json", code, line, column }]);
  });

  it("names both places of a key that stands twice, however it is written", () => {
    const [problem] = problemsOf('{\n  "port": 8443,\n  "\\u0070ort": 8444\n}');
    expect(problem).toMatchObject({ code: "duplicate-key", line: 3, column: 3, length: 11 });
    expect(problem?.message).toContain("first at line 2, column 3");
  });

  it("tells all its faults of meaning at once, up to a limit", () => {
    expect(problemsOf('{"a": 1e999, "a": 1, "__proto__": 2}').map((problem) => problem.code)).toEqual([
      "number-too-large",
      "duplicate-key",
      "reserved-key",
    ]);
    expect(problemsOf(`{${'"a":1,'.repeat(50_000)}"a":1}`)).toHaveLength(limits.printedProblems);
  });

  it("is never quoted in a message", () => {
    for (const text of ['{"hunter2": 1, "hunter2": 2}', "[hunter2]", '{"a": "hunter2']) {
      for (const problem of problemsOf(text))
        expect(`${problem.message} ${problem.hint}`).not.toContain("hunter2");
    }
  });
});

describe("JSON that can be read", () => {
  it.each([
    ['{"a": [1, -0.5, 1e3, true, false, null, "x"]}', { a: [1, -0.5, 1000, true, false, null, "x"] }],
    ["\uFEFF[]", []],
    ["8443", 8443],
    ['"\\u00e9\\n\\"\\\\\\/"', 'é\n"\\/'],
    ['["\\ud83d\\ude00", "\\ud83d", {"\\ude00": 1}]', ["😀", "\uFFFD", { "\uFFFD": 1 }]],
    [`${"[".repeat(64)}${"]".repeat(64)}`, JSON.parse(`${"[".repeat(64)}${"]".repeat(64)}`)],
    ["[9007199254740991]", [9_007_199_254_740_991]],
  ])("%j", (text, value) => {
    expect(read(text).value).toEqual(value);
  });

  it("is whatever JSON.stringify writes, and means the same", () => {
    const keeps = (value: unknown): boolean =>
      typeof value === "number"
        ? !Number.isInteger(value) || Number.isSafeInteger(value)
        : typeof value !== "object" ||
          value === null ||
          Object.entries(value).every(([key, inner]) => key !== "__proto__" && keeps(inner));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }).filter(keeps), fc.constantFrom(0, 1, 3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(JSON.stringify(read(text).value)).toBe(JSON.stringify(value));
      }),
      { seed: 20261, numRuns: 500 },
    );
  });

  it("is never accepted where the parser of the platform refuses it", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      '"a"',
      "1",
      "-",
      ".5",
      "e3",
      "true",
      "nul",
      " ",
      "\\",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join("");
        const isAccepted = readJson(text, "f").ok;
        let isParsed = true;
        try {
          JSON.parse(text);
        } catch {
          isParsed = false;
        }
        expect(isAccepted && !isParsed).toBe(false);
      }),
      { seed: 20261, numRuns: 5_000 },
    );
  });
});

describe("the places of values in JSON", () => {
  const text = '{\n  "a": 1,\n  "rows": [ {"port": 8443},\n    {"port": "x\\"]"} ],\n  "\\u0062": {}\n}';
  const { placeOf, keyPlaceOf, sourceOf } = read(text);

  it.each([
    [[], 1, 1, 1],
    [["a"], 2, 8, 1],
    [["rows"], 3, 11, 1],
    [["rows", 0, "port"], 3, 22, 4],
    [["rows", 1, "port"], 4, 14, 6],
    [["b"], 5, 13, 1],
    [["rows", 7, "port"], 3, 11, 1],
    [["rows", "x"], 3, 11, 1],
  ])("%j stands at line %i, column %i", (path, line, column, length) => {
    expect(placeOf(path)).toEqual({ line, column, length });
  });

  it("are also known for keys", () => {
    expect(keyPlaceOf(["rows", 1, "port"])).toEqual({ line: 4, column: 6, length: 6 });
    expect(keyPlaceOf(["b"])).toEqual({ line: 5, column: 3, length: 8 });
    expect(keyPlaceOf(["rows", 1])).toEqual({ line: 4, column: 5, length: 1 });
  });

  it("lead to the text as it is written", () => {
    expect(sourceOf(["rows", 0, "port"])).toBe("8443");
    expect(sourceOf(["rows", 1, "port"])).toBe('"x\\"]"');
    expect(sourceOf(["rows"])).toBeUndefined();
    expect(sourceOf(["missing"])).toBeUndefined();
  });

  it("do not depend on the order of questions", () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({ index }));
    const long = JSON.stringify({ rows });
    const places = read(long);
    for (const index of [150, 3, 199, 0, 150, 151]) {
      expect(places.sourceOf(["rows", index, "index"])).toBe(String(index));
    }
  });
});
