import { describe, expect, it } from "vitest";
import { limits } from "../../../schemas/limits.ts";
import { readYaml } from "../../../schemas/text/read-yaml.ts";
import type { ReaderCode } from "../../../schemas/text/reader-codes.ts";

const read = async (text: string) => {
  const result = await readYaml(text, "rules/odd.yaml");
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join(" "));
  return result;
};
const problemsOf = async (text: string, allowed?: { bytes: number; lines: number }) => {
  const result = await readYaml(text, "rules/odd.yaml", allowed);
  return result.ok ? [] : result.problems;
};

describe("YAML that cannot be read", () => {
  it.each<[string, ReaderCode, number, number]>([
    ["", "file-empty", 1, 1],
    ["# only a comment\n\n", "file-empty", 1, 1],
    ["path: %TEMP%\\x", "yaml-quotes", 1, 7],
    ["a: `cmd`", "yaml-quotes", 1, 4],
    ["a: @contoso", "yaml-quotes", 1, 4],
    ['a: "x" y', "yaml-quotes", 1, 8],
    ["a: 'it's'", "yaml-quotes", 1, 8],
    ["a: 'x", "yaml-quotes", 1, 6],
    ['p: "C:\\Temp"', "yaml-backslash", 1, 7],
    ["m: Reason: expired", "yaml-colon", 1, 4],
    ["m: {{ host }} is down", "yaml-template", 1, 4],
    ["m: {{ host }}", "yaml-template", 1, 4],
    ["- {{ host }}", "yaml-template", 1, 3],
    ["host: *.msappproxy.net", "yaml-alias", 1, 7],
    ["a: &x 1", "yaml-anchor", 1, 4],
    ["m: !important now", "yaml-tag", 1, 4],
    ["m: !!js/function x", "yaml-tag", 1, 4],
    ["<<: {a: 1}", "yaml-merge-key", 1, 1],
    ["%YAML 1.1\n---\na: no", "yaml-directive", 1, 1],
    ["a: 1\n---\nb: 2", "yaml-many-documents", 2, 1],
    ["a: 1\n...\nb: 2", "yaml-many-documents", 2, 1],
    ["a:\n\tb: 1", "yaml-tab", 2, 1],
    ["a: {\n\tb: 1}", "yaml-tab", 2, 1],
    ["a:\n  b: 1\n c: 2", "yaml-indentation", 3, 1],
    ["a: 1\n  b: 2", "yaml-indentation", 1, 4],
    ["a: [1, 2", "yaml-bracket", 1, 9],
    ["a: ]", "yaml-bracket", 1, 4],
    ["a: {b: 1 c: 2}", "yaml-bracket", 1, 8],
    ["a: 1\nfoo", "yaml-syntax", 2, 1],
    ["a: > text", "yaml-syntax", 1, 6],
    ["a: - b", "yaml-syntax", 1, 4],
    ["- a\nb: 1", "yaml-syntax", 2, 1],
    ["? [a]\n: 1", "yaml-key", 1, 3],
    [": x", "yaml-key", 1, 1],
    ["a\u0000: 1", "yaml-control-character", 1, 2],
    ["a: 1\n__proto__: 2", "reserved-key", 2, 1],
    ["a: {'constructor': 2}", "reserved-key", 1, 5],
    ["a: .inf", "number-too-large", 1, 4],
    ["a: 1e999", "number-too-large", 1, 4],
    ["a: 12345678901234567890", "number-too-large", 1, 4],
    ["a: -9007199254740992", "number-too-large", 1, 4],
    ["a: 0xffffffffffffff", "number-too-large", 1, 4],
  ])("%j is %s", async (text, code, line, column) => {
    const problems = await problemsOf(text);
    expect(problems).toMatchObject([{ file: "rules/odd.yaml", code, line, column }]);
    expect(problems[0]?.message).toMatch(/^[A-Z].*\.$/s);
  });

  it("names both places of a key that stands twice", async () => {
    const [problem, ...others] = await problemsOf("port: 8443\nhost: x\n'port': 8444");
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "duplicate-key", line: 3, column: 1, length: 6 });
    expect(problem?.message).toContain("first at line 1, column 1");
  });

  it("tells all its faults at once, one a line", async () => {
    const problems = await problemsOf("a: *x\nb: !y z\nc: @q\nd: 1\nd: 2");
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, "yaml-alias"],
      [2, "yaml-tag"],
      [3, "yaml-quotes"],
      [5, "duplicate-key"],
    ]);
  });

  it("is refused for its size before it is looked at", async () => {
    const text = `a: 1\n${"# x\n".repeat(100)}`;
    expect(await problemsOf(text, { bytes: 300, lines: 1_000 })).toMatchObject([{ code: "file-too-large" }]);
    expect(await problemsOf(text, { bytes: 1_000, lines: 50 })).toMatchObject([
      { code: "yaml-too-many-lines" },
    ]);
    expect(await problemsOf(text, { bytes: 1_000, lines: 102 })).toEqual([]);
  });

  it("is refused for the number of keys of one map", async () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: 1`).join("\n");
    expect(await problemsOf(keys(limits.yamlMapKeys))).toEqual([]);
    expect(await problemsOf(keys(limits.yamlMapKeys + 1))).toMatchObject([{ code: "yaml-too-many-keys" }]);
  });
});

describe("YAML that can be read", () => {
  it.each([
    ["a: none\nb: ~\nc:\nd: null", { a: "none", b: null, c: null, d: null }],
    ["on: yes\noff: no", { on: "yes", off: "no" }],
    ["a: true\nb: 8443\nc: -0.5\nd: 2026-11-20", { a: true, b: 8443, c: -0.5, d: "2026-11-20" }],
    ["8443: x\n1.10: y\n1.1: z", { "8443": "x", "1.10": "y", "1.1": "z" }],
    ["\uFEFFa: 1", { a: 1 }],
    ["---\na: 1\n...\n", { a: 1 }],
    ["- a: 1\r\n  b: [x, {y: z}]\r\n", [{ a: 1, b: ["x", { y: "z" }] }]],
    [
      "m: >-\n  {{ host }} is: @down\n  and [[[[ more\nn: 1",
      { m: "{{ host }} is: @down and [[[[ more", n: 1 },
    ],
    ["m: The host {{ host }} (see [1]) is down [", { m: "The host {{ host }} (see [1]) is down [" }],
    ["run: |\n  if ($x) { [a]::b }\n", { run: "if ($x) { [a]::b }\n" }],
    ['a: "\\ud800"', { a: "\uFFFD" }],
    ["p: C:\\Temp\\x", { p: "C:\\Temp\\x" }],
    ["---\n", null],
  ])("%j", async (text, value) => {
    expect((await read(text)).value).toEqual(value);
  });

  it("may nest as deep as the limit and no deeper", async () => {
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const indented = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}k:`).join("\n");
    const dashes = (depth: number) => `${"- ".repeat(depth)}x`;
    for (const shape of [nested, indented, dashes]) {
      expect(await problemsOf(shape(limits.yamlDepth))).toEqual([]);
      expect(await problemsOf(shape(limits.yamlDepth + 1))).toMatchObject([{ code: "nesting-too-deep" }]);
    }
  });
});

describe("what the checks of rules can ask", async () => {
  const text =
    "version: 1.10\nthumbprint: 4905E12\nids: [00123, 0x1F, 1234567890123456]\nm: event 1000 #1\nq: 'x' # fine\ne:\nport: 8443 # fine\n";
  const { value, sourceOf, placeOf, keyPlaceOf, cutTexts } = await read(text);

  it.each([
    [["version"], "1.10", 1.1],
    [["thumbprint"], "4905E12", 4_905_000_000_000_000],
    [["ids", 0], "00123", 123],
    [["ids", 1], "0x1F", 31],
    [["ids", 2], "1234567890123456", 1_234_567_890_123_456],
    [["q"], "'x'", "x"],
    [["m"], "event 1000", "event 1000"],
  ])("the source of %j is %s", (path, source, meaning) => {
    const found = path.reduce<unknown>((part, step) => Object(part)[step], value);
    expect(found).toBe(meaning);
    expect(sourceOf(path)).toBe(source);
  });

  it("maps, lists and missing paths have no source", () => {
    expect([sourceOf([]), sourceOf(["ids"]), sourceOf(["x"]), sourceOf(["ids", 9])]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it("a text that a comment cuts short is reported with its place", () => {
    expect(cutTexts).toEqual([{ path: ["m"], place: { line: 4, column: 15, length: 1 } }]);
  });

  it("places are those of the value, of the key where there is no value, of the part around where there is neither", () => {
    expect(placeOf(["ids", 1])).toEqual({ line: 3, column: 14, length: 4 });
    expect(placeOf(["e"])).toEqual({ line: 6, column: 1, length: 1 });
    expect(placeOf(["ids", 9, "x"])).toEqual({ line: 3, column: 6, length: 1 });
    expect(keyPlaceOf(["ids"])).toEqual({ line: 3, column: 1, length: 3 });
    expect(keyPlaceOf(["missing"])).toEqual({ line: 1, column: 1, length: 1 });
  });
});

describe("YAML made to kill its reader", () => {
  it("comes back as problems, three times over in one process", async () => {
    for (let round = 0; round < 3; round++) {
      for (const depth of [100, 500, 1_000, 2_000]) {
        for (const unit of ["[", "{", "{a: ", "[\n ", "- ", "? ", "a: ", "a: ["]) {
          const problems = await problemsOf(unit.repeat(depth));
          expect(problems.map((problem) => problem.code)).toContain("nesting-too-deep");
        }
      }
    }
  });

  const full = (unit: string) => unit.repeat(Math.floor(40_000 / unit.length));
  it.each([
    ["a hundred thousand blank lines", "\n".repeat(100_000)],
    ["aliases that double", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"],
    ["an alias to itself", "a: &a [*a]"],
    ["brackets behind quoted brackets", full('["]", ')],
    ["brackets behind a comment", full("[ # ]\n ")],
    ["deep indentation", Array.from({ length: 500 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
    ["maps on one line", "a: b: c: d\n".repeat(5_000)],
    ["quotes", full('"')],
    ["commas", `[${full(",")}]`],
    ["tagged brackets", full("!x [")],
    ["anchored brackets", full("&x [")],
    ["tags", full("!a ")],
    ["aliases", full("*a ")],
    ["directives", full("%YAML 1.1\n")],
    ["documents", full("---\n")],
    ["carriage returns", full("\r")],
    ["tabs", full("\t")],
    ["one long key", `${full("a")}: 1`],
  ])("%s are problems", async (_, text) => {
    expect((await problemsOf(text)).length).toBeGreaterThan(0);
  });
});

it("no message of the reader blames or quotes", async () => {
  for (const text of [
    "hunter2: 1\nhunter2: 2",
    "a: @hunter2",
    "a: *hunter2",
    'a: "\\hunter2"',
    "a: b: hunter2",
  ]) {
    const problems = await problemsOf(text);
    expect(problems).not.toEqual([]);
    for (const { message, hint } of problems) expect(`${message} ${hint}`).not.toMatch(/hunter2|invalid/i);
  }
});
