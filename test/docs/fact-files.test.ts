import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shippedRulebook } from "../../build/docs/shipped-rulebook.ts";
import { evaluate } from "../../engine/evaluate/evaluate.ts";
import { readFactFile } from "../../facts/fact-file/read-fact-file.ts";
import { reasons, scalarTypes } from "../../schemas/fact-types.ts";
import { limits } from "../../schemas/limits.ts";
import { root } from "../support/source-files.ts";
import { fencesIn } from "./fences.ts";

const rulebook = await shippedRulebook();

const samples = ["README.md", "docs/fact-files.md"].flatMap((path) =>
  fencesIn(readFileSync(join(root, path), "utf8"))
    .filter(({ language }) => ["yaml", "json"].includes(language))
    .map((fence) => ({ path, ...fence, name: fence.argument || `sample.${fence.language}` })),
);
const page = readFileSync(join(root, "docs/fact-files.md"), "utf8");

describe("the fact files in the documentation", () => {
  it("each have something that checks them", () => {
    expect(samples.filter(({ role }) => role !== "file" && role !== "refused")).toEqual([]);
    expect(samples.length).toBeGreaterThan(5);
  });

  it.each(samples.filter(({ role }) => role === "file"))(
    "are read without a warning: $path, line $line",
    async ({ content, name }) => {
      const read = await readFactFile(Buffer.from(content), name);
      expect(read.ok ? [] : read.problems).toEqual([]);
      if (!read.ok) return;
      const { memory } = await evaluate(rulebook, { facts: read.file });
      expect(memory.warnings).toEqual([]);
    },
  );

  it.each(samples.filter(({ role }) => role === "refused"))(
    "are refused where the page says so: $path, line $line",
    async ({ content, name }) => {
      expect((await readFactFile(Buffer.from(content), name)).ok).toBe(false);
    },
  );

  it("fit into five lines where all that is known is a call", () => {
    const call = samples.find(({ path, name }) => path === "README.md" && name === "call.yaml");
    expect(call?.content.trimEnd().split("\n")).toHaveLength(5);
  });
});

describe("the page about fact files", () => {
  it("has every reason why something is not known, and no other", () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, reason]) => reason);
    expect(rows).toEqual([...reasons]);
  });

  it("names the limits that there are", () => {
    expect(page).toContain(`${limits.factFileBytes / 1024 / 1024} MB`);
    expect(page).toContain(`a list ${limits.listRows / 1_000},000 rows`);
  });

  it("has every type of a single value", () => {
    const inWords: Readonly<Record<string, string>> = {
      "one-of": "one of some words",
      "host-and-port": "host and port",
    };
    for (const type of scalarTypes) expect(page).toContain(`\n| ${inWords[type] ?? type} |`);
  });
});
