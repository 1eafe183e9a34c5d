import { describe, expect, it } from "vitest";
import { allCodes } from "../../../engine/lint/all-codes.ts";
import { lint } from "../../../engine/lint/lint.ts";
import type { Sample } from "../../../engine/lint/pages/page-text.ts";
import { type Page, pageOf, pagesByGroup } from "../../../engine/lint/pages/pages.ts";
import type { PackFile } from "../../../engine/rulebook/source.ts";
import { readJson } from "../../../schemas/text/read-json.ts";
import { filesOf } from "../rulebook/pack-on-disk.ts";

const pack = "harbour-print-room";
const files = filesOf(pack);
const pages = pagesByGroup.flatMap((group) => group.pages);
const ofPacks = pages.filter(({ sample }) => sample !== null && !sample.file.endsWith(".json"));
const ofFacts = pages.filter(({ sample }) => sample?.file.endsWith(".json"));

/** The pack with one version of the lines; a file that the pack has not is added, and left out where it is empty. */
function packWith({ file, right }: Sample, lines: string): readonly PackFile[] {
  const own = files.find(({ path }) => path === file);
  if (own === undefined)
    return lines === "" ? files : [...files, { pack, path: file, shownAs: `${pack}/${file}`, text: lines }];
  if (own.text.split(right).length !== 2) throw new Error(`${file} does not hold the right lines once.`);
  return files.map((each) => (each === own ? { ...own, text: own.text.replace(right, () => lines) } : each));
}

async function codesIn(sample: Sample, lines: string): Promise<readonly string[]> {
  const { problems, warnings } = await lint(packWith(sample, lines), [pack], { toolVersion: "0.1.0" });
  return [...problems, ...warnings].map(({ code }) => code);
}

const sampleOf = ({ sample }: Page): Sample => {
  if (sample === null) throw new Error("There is no sample.");
  return sample;
};

describe("the page of a code", () => {
  it("is there for every code, and for no other", () => {
    expect(pages.map(({ code }) => code).sort()).toEqual([...allCodes.keys()].sort());
    expect(pageOf("unknown-fact")).toMatchObject({ level: "problem", code: "unknown-fact" });
    expect(pageOf("toString")).toBeNull();
  });

  it.each(ofPacks)("$code: its wrong lines give this one finding", async (page) => {
    const sample = sampleOf(page);
    expect(await codesIn(sample, sample.wrong)).toEqual([page.code]);
  });

  it.each(ofPacks)("$code: its right lines give none", async (page) => {
    const sample = sampleOf(page);
    expect(await codesIn(sample, sample.right)).toEqual([]);
  });

  it.each(ofFacts)("$code: of a fact file, too", (page) => {
    const { wrong, right } = sampleOf(page);
    const read = readJson(wrong, "facts.json");
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual([page.code]);
    expect(readJson(right, "facts.json").ok).toBe(true);
  });

  it("is written in full sentences", () => {
    for (const { about, means } of pages)
      for (const text of [about, means]) expect(text).toMatch(/^["{[A-Za-z].*\.$/s);
  });

  it("has a sample for all but a few", () => {
    expect(pages.filter(({ sample }) => sample === null).map(({ code }) => code)).toEqual([
      "pack-not-found",
      "pack-too-large",
      "too-many-files",
      "file-unreadable",
      "not-utf-8",
      "file-too-large",
      "pack-file-missing",
      "pack-cycle",
      "yaml-control-character",
      "yaml-too-many-lines",
      "yaml-too-many-keys",
      "nesting-too-deep",
      "duplicate-list",
      "duplicate-ask",
      "derivation-too-long",
      "too-many-waived",
    ]);
  });
});
