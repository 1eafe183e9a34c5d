import { readRulebook } from "../../../engine/rulebook/load.ts";
import type { ReadMemory } from "../../../engine/rulebook/parse/read-document.ts";
import type { PackFile } from "../../../engine/rulebook/source.ts";
import { readExpected } from "../../../engine/trial/cases/read-expected.ts";
import { type CaseRun, runCase, type TrialCase } from "../../../engine/trial/cases/run-case.ts";
import type { Pack } from "../../../engine/trial/pack.ts";
import type { FactFile, Report } from "../../../schemas/generated/types.ts";
import { filesOf } from "../rulebook/pack-on-disk.ts";

export const harbourFiles: readonly PackFile[] = filesOf("harbour-print-server");

/** The pack of the fixtures, or another one, which has to load. */
export async function packOf(files: readonly PackFile[] = harbourFiles, memory?: ReadMemory): Promise<Pack> {
  const options = memory === undefined ? {} : { memory };
  const { problems, warnings: _, ...pack } = await readRulebook(files, null, options);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return pack;
}

/** Stands in for the exit codes of the command line. */
export const exitOf = (report: Report): number => (report.diagnoses.length > 0 ? 1 : 3);

/** A case of this pack, written as YAML. */
export async function caseOf(expected: string, facts: FactFile["facts"], pack: Pack): Promise<TrialCase> {
  const read = await readExpected(expected, "cases/harbour/expected.yaml", pack.rulebook);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  const file: FactFile = {
    facts,
    collectedAt: { from: "2026-06-01T06:30:00+02:00", to: "2026-06-01T07:45:00+02:00" },
  };
  return { name: "harbour", facts: file, warnings: [], isFactFile: true, expectation: read.expectation };
}

export async function runOf(expected: string, facts: FactFile["facts"], pack: Pack): Promise<CaseRun> {
  return runCase(pack.rulebook, await caseOf(expected, facts, pack), exitOf);
}
