import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson, canonicalLine } from "../../../facts/fact-file/canonical-json.ts";
import { readFactFile } from "../../../facts/fact-file/read-fact-file.ts";
import { factFileText, writeFactFile } from "../../../facts/fact-file/write-fact-file.ts";
import { realWorld } from "../../../facts/real-world.ts";
import type { FactFile } from "../../../schemas/generated/types.ts";

const file: FactFile = {
  facts: { "b.c": { value: 8443, from: [{ source: "s1", at: "line 4" }] }, "a.b": { value: null } },
  sources: { s1: { kind: "text", path: "proxy.txt" } },
  subject: { host: "CONN-07" },
};

describe("the text of a fact file", () => {
  it("has its parts in the order of reading, keys sorted, and one line where a value fits", () => {
    expect(factFileText(file)).toBe(`{
  "schemaVersion": 1,
  "subject": { "host": "CONN-07" },
  "sources": { "s1": { "kind": "text", "path": "proxy.txt" } },
  "facts": {
    "a.b": { "value": null },
    "b.c": { "from": [{ "at": "line 4", "source": "s1" }], "value": 8443 }
  }
}
`);
  });

  it("is the same for the same facts in any order, and reads back as the same", async () => {
    const value = fc.oneof(fc.string({ maxLength: 150 }), fc.integer(), fc.boolean(), fc.constant(null));
    const row = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/).filter((key) => key !== "from"),
      value,
      { maxKeys: 5 },
    );
    const entry = fc.oneof(fc.record({ value }), fc.record({ items: fc.array(row, { maxLength: 4 }) }));
    const facts = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}(\.[a-z]{1,6})?$/), entry, { maxKeys: 6 });
    await fc.assert(
      fc.asyncProperty(facts, async (each) => {
        const text = factFileText({ facts: each });
        const turned = Object.fromEntries(Object.entries(each).reverse());
        expect(factFileText({ facts: turned })).toBe(text);
        expect(JSON.parse(text)).toEqual({ schemaVersion: 1, facts: each });
        const read = await readFactFile(Buffer.from(text), "facts.json");
        expect(read.ok && read.file.facts).toEqual(each);
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});

describe("canonical JSON", () => {
  it("is JSON, whatever the value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const same = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(same);
        expect(JSON.parse(canonicalLine(value))).toEqual(same);
        expect(canonicalLine(value)).not.toContain("\n");
      }),
      { seed: 20261, numRuns: 500 },
    );
  });
});

describe("writing a fact file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fact-file-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("replaces the old file whole, for its owner only, and leaves nothing beside it", async () => {
    const path = join(folder, "facts.json");
    await writeFile(path, "old", { mode: 0o644 });
    expect(await writeFactFile(realWorld, path, file)).toBeNull();
    expect(await readFile(path, "utf8")).toBe(factFileText(file));
    expect((await lstat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["facts.json"]);
  });

  it.each([
    ["a link", "not-written-link", (path: string) => symlink(join(folder, "facts.json"), path)],
    ["a folder", "not-written-is-folder", (path: string) => mkdir(path)],
  ])("over %s is refused, and nothing changes", async (_what, code, make) => {
    const path = join(folder, code);
    await make(path);
    const before = await lstat(path);
    const problem = await writeFactFile(realWorld, path, file);
    expect(problem).toMatchObject({ file: path, code, hint: expect.any(String) });
    expect((await lstat(path)).ino).toBe(before.ino);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("into a folder that does not exist is a problem that says so", async () => {
    const problem = await writeFactFile(realWorld, join(folder, "nowhere", "facts.json"), file);
    expect(problem).toMatchObject({
      code: "not-written-not-found",
      message: expect.stringContaining("its folder does not exist"),
    });
  });

  it("of more than can be read again is refused", async () => {
    const facts = {
      "a.b": { items: Array.from({ length: 70 }, () => ({ message: "x".repeat(1024 * 1024) })) },
    };
    const path = join(folder, "large.json");
    expect(await writeFactFile(realWorld, path, { facts })).toMatchObject({ code: "fact-file-too-large" });
    await expect(lstat(path)).rejects.toThrow("ENOENT");
  });
});
