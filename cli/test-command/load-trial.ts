import type { ReadMemory } from "../../engine/rulebook/parse/read-document.ts";
import type { Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { PackFile } from "../../engine/rulebook/source.ts";
import type { TrialCase } from "../../engine/trial/cases/run-case.ts";
import type { Pack } from "../../engine/trial/pack.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { extendedPacks, textsOf } from "../load-rules.ts";
import { readPacks } from "../packs.ts";
import type { ProblemsWithTexts } from "../print-problems.ts";
import { toolVersion } from "../tool-version.ts";
import { type CaseSource, findCases } from "./find-cases.ts";
import { readCase } from "./read-cases.ts";
import { unknownRules } from "./unknown-rules.ts";

export interface TrialPlaces {
  /** The folder of the pack. */
  readonly pack: string;
  /** null: where the cases of the pack should be. */
  readonly cases: string | null;
  /** Only these rules; empty: all. */
  readonly rules: readonly string[];
}

/** A pack with everything that tries it. */
export interface Trial {
  readonly files: readonly PackFile[];
  readonly pack: Pack;
  readonly cases: readonly FoundCase[];
}

export interface FoundCase {
  readonly source: CaseSource;
  readonly tried: TrialCase;
}

/** Reads the pack, its examples and its cases; everything that is wrong with them comes back as problems. */
export async function loadTrial(
  places: TrialPlaces,
  memory: ReadMemory = new WeakMap(),
): Promise<Trial | ProblemsWithTexts> {
  const read = readPacks([places.pack]);
  if ("problems" in read) return { problems: read.problems, texts: new Map() };
  const files = [...read.files, ...(await extendedPacks(read.files, [places.pack]))];
  const pack = await loadPack(files, places, memory);
  if ("problems" in pack) return pack;
  const cases = await loadCases(places, pack.rulebook);
  return "problems" in cases ? cases : { files, pack, cases: cases.cases };
}

export async function loadPack(
  files: readonly PackFile[],
  { rules }: TrialPlaces,
  memory: ReadMemory,
): Promise<Pack | ProblemsWithTexts> {
  const { readRulebook } = await import("../../engine/rulebook/load.ts");
  const { problems, warnings: _, ...pack } = await readRulebook(files, null, { toolVersion, memory });
  if (problems.length > 0) return { problems, texts: textsOf(files) };
  const unknown = unknownRules(rules, pack.rulebook);
  return unknown.length > 0 ? { problems: unknown, texts: new Map() } : pack;
}

/** @param earlier cases that need not be read again */
export async function loadCases(
  { cases, pack, rules }: TrialPlaces,
  rulebook: Rulebook,
  earlier: (source: CaseSource) => TrialCase | null = () => null,
): Promise<{ readonly cases: readonly FoundCase[] } | ProblemsWithTexts> {
  const found = findCases(cases, pack);
  const problems: Problem[] = [...found.problems];
  const read: FoundCase[] = [];
  for (const source of found.cases) {
    const tried = earlier(source) ?? (await readCase(source, rulebook));
    if ("problems" in tried) problems.push(...tried.problems);
    else read.push({ source, tried });
  }
  if (problems.length > 0)
    return { problems, texts: new Map(found.cases.map(({ file, text }) => [file, text])) };
  const isMeant = ({ tried }: FoundCase) =>
    rules.length === 0 || rules.some((rule) => tried.expectation.rules.has(rule));
  return { cases: read.filter(isMeant) };
}
