import { describe, expect, it } from "vitest";
import { readFactFile } from "../../../facts/fact-file/read-fact-file.ts";

async function problemsOf(text: string | Uint8Array, name = "answers.yaml") {
  const read = await readFactFile(typeof text === "string" ? Buffer.from(text) : text, name);
  return read.ok ? [] : read.problems;
}

async function read(text: string | Uint8Array, name = "answers.yaml") {
  const found = await readFactFile(typeof text === "string" ? Buffer.from(text) : text, name);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found;
}

describe("a fact file", () => {
  it.each([
    ["the smallest YAML", "facts: {}", "answers.yaml", "yaml"],
    ["the smallest JSON", '{"schemaVersion":1,"facts":{}}', "facts.json", "json"],
    ["JSON without an ending", '\n {"facts":{}}', "-", "json"],
    ["YAML without an ending", "facts: {}", "-", "yaml"],
    ["JSON with a byte order mark", '\ufeff{"facts":{}}', "facts.json", "json"],
    ["JSON under the ending of YAML", '{"facts":{}}', "answers.yml", "yaml"],
  ])("may be %s", async (_what, text, name, language) => {
    expect(await read(text, name)).toMatchObject({ language, file: { facts: {} } });
  });

  it.each(["utf16le", "utf16be"] as const)(
    "may be in %s with a byte order mark, as PowerShell writes it",
    async (encoding) => {
      const bytes = Buffer.from('\ufeff{"facts":{"proxy.mode":"größe"}}', "utf16le");
      const found = await read(encoding === "utf16be" ? bytes.swap16() : bytes, "facts.json");
      expect(found.file.facts).toEqual({ "proxy.mode": "größe" });
    },
  );

  it("written by hand may say the time of the collection in one instant", async () => {
    const time = "2026-11-20T14:05:07+01:00";
    const read = await readFactFile(Buffer.from(`collectedAt: "${time}"\nfacts: {}\n`), "a.yaml");
    expect(read.ok && read.file.collectedAt).toEqual({ from: time, to: time });
  });

  it("written by hand says none for what somebody looked for in vain", async () => {
    const { file } = await read(
      "facts:\n  a: none\n  b: null\n  c: { value: none }\n  d: [{ proxy: none }]\n  e: { items: [{ proxy: none }], covers: [{ role: none }] }\n",
    );
    expect(file.facts).toEqual({
      a: null,
      b: null,
      c: { value: "none" },
      d: [{ proxy: null }],
      e: { items: [{ proxy: null }], covers: [{ role: null }] },
    });
  });

  it("in JSON has null for none, and the word stays a word in a row", async () => {
    const { file } = await read('{"facts":{"a":null,"d":[{"proxy":"none"}]}}', "facts.json");
    expect(file.facts).toEqual({ a: null, d: [{ proxy: "none" }] });
  });
});

describe("a mistake in a fact file", () => {
  it.each<[string, string, string, number, number, string]>([
    ["an empty list", "facts:\n  probes: []\n", "empty-list", 2, 0, "leave the fact out if nobody looked"],
    ["nothing after a fact", "facts:\n  a.b: 3\n  proxy.mode:\n", "value-missing", 3, 0, "Write none"],
    ["nothing after a field", "facts:\n  probes: [{ host: }]\n", "value-missing", 2, 0, "Write none"],
    ["a newer version", "schemaVersion: 2\nfacts: {}\n", "newer-version", 1, 16, "Update the tool"],
    [
      "a newer version with keys nobody knows yet",
      "schemaVersion: 7\nnew: 3\nfacts: []\n",
      "newer-version",
      1,
      16,
      "Update",
    ],
    ["a misspelt key", "fact: {}\n", "unknown-key", 1, 1, 'Did you mean "facts"?'],
    [
      "a misspelt key in an entry",
      "facts:\n  a.b: { valeu: 3 }\n",
      "no-such-kind",
      2,
      0,
      'Did you mean "value"?',
    ],
    ["a fact id in capitals", "facts:\n  Proxy.Mode: direct\n", "wrong-form", 2, 3, "lower-case"],
    [
      "a reason that does not exist",
      "facts:\n  a.b: { unknown: lost }\n",
      "unknown-value",
      2,
      0,
      "not-collected",
    ],
    ["a conflict of one", "facts:\n  a.b: { conflict: [{ value: 1 }] }\n", "holds-nothing", 2, 0, ""],
    ["a time that is none", "collectedAt: { from: yesterday }\nfacts: {}\n", "no-time", 1, 22, "offset"],
    [
      "a time of the wrong way round",
      "collectedAt: { from: 2026-11-20T00:00:00Z, to: 2026-11-19T00:00:00Z }\nfacts: {}\n",
      "times-swapped",
      1,
      0,
      "Swap",
    ],
    [
      "a time of an origin that is none",
      "facts:\n  a.b: { value: 1, from: [{ source: x, time: 20.11.2026 }] }\n",
      "no-time",
      2,
      0,
      "offset",
    ],
    [
      "a covered time that is none",
      "facts:\n  a.b: { items: [], covers: [{ time: { from: early } }] }\n",
      "no-time",
      2,
      0,
      "offset",
    ],
    ["the same fact twice", "facts:\n  a.b: 1\n  a.b: 2\n", "duplicate-key", 3, 0, ""],
    ["an anchor", "facts:\n  a.b: &x 1\n", "yaml-anchor", 2, 0, ""],
    ["a reserved name", "facts:\n  __proto__: 1\n", "reserved-key", 2, 0, ""],
    ["a list instead of a map", "- facts\n", "wrong-type", 1, 1, ""],
    ["nothing at all", "", "file-empty", 1, 1, ""],
  ])("such as %s is told once, with its place", async (_what, text, code, line, column, words) => {
    const problems = await problemsOf(text);
    expect(problems).toMatchObject([{ file: "answers.yaml", code, line }]);
    if (column > 0) expect(problems[0]?.column).toBe(column);
    expect(`${problems[0]?.message} ${problems[0]?.hint ?? ""}`).toContain(words);
    expect(problems[0]?.message).not.toMatch(/\binvalid\b/i);
  });

  it.each([
    ["cut off", '{"facts": {"a.b": 1', "json-truncated"],
    ["nested too deep", `{"facts": ${"[".repeat(70)}${"]".repeat(70)}}`, "nesting-too-deep"],
    ["with the same key twice", '{"facts": {"a": 1, "a": 2}}', "duplicate-key"],
    ["with a number beyond all bounds", '{"facts": {"a": 1e999}}', "number-too-large"],
  ])("in JSON that is %s has a place, too", async (_what, text, code) => {
    expect(await problemsOf(text, "facts.json")).toMatchObject([{ code, line: 1 }]);
  });

  it("does not hide the others", async () => {
    const text = "facts:\n  a.b: []\n  c.d:\n  e.f: { valeu: 3 }\n  G: 1\n";
    expect((await problemsOf(text)).map(({ line, code }) => `${line} ${code}`)).toEqual([
      "2 empty-list",
      "3 value-missing",
      "4 no-such-kind",
      "5 wrong-form",
    ]);
  });

  it("is not looked for in what is no text", async () => {
    expect(await problemsOf(new Uint8Array(2_000))).toMatchObject([
      { code: "binary-content", hint: expect.stringContaining("UTF-8") },
    ]);
  });

  it("is having more facts than can be", async () => {
    const facts = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`f${index}`, 1]));
    expect(await problemsOf(JSON.stringify({ facts }), "facts.json")).toMatchObject([
      { code: "too-many-facts" },
    ]);
  });
});
