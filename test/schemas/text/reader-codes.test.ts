import { describe, expect, it } from "vitest";
import { readJson } from "../../../schemas/text/read-json.ts";
import { readYaml } from "../../../schemas/text/read-yaml.ts";
import { type ReaderCode, readerCodes } from "../../../schemas/text/reader-codes.ts";

type Format = "json" | "yaml";

/** A record, so that a new code cannot come without a text that leads to it. */
const samples: Record<ReaderCode, readonly [Format, string]> = {
  "file-too-large": ["yaml", "a".repeat(300_000)],
  "file-empty": ["json", " "],
  "nesting-too-deep": ["json", "[".repeat(100)],
  "duplicate-key": ["json", '{"a": 1, "a": 2}'],
  "reserved-key": ["yaml", "prototype: 1"],
  "number-too-large": ["yaml", "a: .nan"],
  "json-truncated": ["json", "["],
  "json-syntax": ["json", "[1 2]"],
  "json-comment": ["json", "# odd"],
  "json-trailing-comma": ["json", "[1,]"],
  "json-quotes": ["json", "['a']"],
  "json-escape": ["json", '["\\d"]'],
  "json-control-character": ["json", '["\t"]'],
  "json-number": ["json", "[-]"],
  "json-trailing-text": ["json", "1 2"],
  "yaml-syntax": ["yaml", "a: 1\nb"],
  "yaml-too-many-lines": ["yaml", "\n".repeat(30_000)],
  "yaml-too-many-keys": ["yaml", Array.from({ length: 2_001 }, (_, index) => `k${index}:`).join("\n")],
  "yaml-tab": ["yaml", "a:\n\tb: 1"],
  "yaml-indentation": ["yaml", "a:\n  b: 1\n c: 2"],
  "yaml-quotes": ["yaml", "a: @b"],
  "yaml-backslash": ["yaml", 'a: "\\d"'],
  "yaml-colon": ["yaml", "a: b: c"],
  "yaml-template": ["yaml", "a: {{ b }}"],
  "yaml-bracket": ["yaml", "a: ["],
  "yaml-alias": ["yaml", "a: *b"],
  "yaml-anchor": ["yaml", "a: &b c"],
  "yaml-tag": ["yaml", "a: !b c"],
  "yaml-merge-key": ["yaml", "<<: {}"],
  "yaml-directive": ["yaml", "%b"],
  "yaml-many-documents": ["yaml", "a: 1\n---\n"],
  "yaml-key": ["yaml", "? {a: b}\n: c"],
  "yaml-control-character": ["yaml", "a: \u0007"],
};

describe("the code", () => {
  it.each(Object.entries(samples))("%s is given for what it describes", async (code, [format, text]) => {
    const result = format === "json" ? readJson(text, "odd") : await readYaml(text, "odd");
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toContain(code);
  });

  it.each(Object.entries(readerCodes))("%s is described in a sentence", (_, meaning) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
