import type { Rulebook } from "../../engine/rulebook/rulebook.ts";
import type { Expectation } from "../../engine/trial/cases/expectation.ts";
import { readExpected } from "../../engine/trial/cases/read-expected.ts";
import type { TrialCase } from "../../engine/trial/cases/run-case.ts";
import { importPaths } from "../../facts/import/import-paths.ts";
import { realWorld } from "../../facts/real-world.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { collectPlan } from "../collect-plan.ts";
import type { CaseSource } from "./find-cases.ts";

export type ReadCase = TrialCase | { readonly problems: readonly Problem[] };

/**
 * What stands in for the clock where a case does not say when it was collected: the end of all time. Nothing is then
 * known of the end of the collection, and the case comes out the same for ever.
 */
const endOfTime = Date.UTC(9999, 11, 31);

/** Reads what a case expects, and imports its facts as `diagnose` would. */
export async function readCase(source: CaseSource, rulebook: Rulebook): Promise<ReadCase> {
  const read = await readExpected(source.text, source.file, rulebook);
  if (!read.ok) return { problems: read.problems };
  return importCase(source, read.expectation, rulebook);
}

async function importCase(
  { name, input, file, isFactFile }: CaseSource,
  expectation: Expectation,
  rulebook: Rulebook,
): Promise<ReadCase> {
  const { at, host } = expectation;
  const imported = await importPaths(realWorld, [input], collectPlan(rulebook), {
    now: endOfTime,
    ...(at === null ? {} : { at }),
    ...(host === null ? {} : { host }),
  });
  if (imported.hosts.length > 1) return { problems: [severalHosts(file, imported.hosts)] };
  if (imported.recognised === 0) return { problems: imported.problems };
  return { name, facts: imported.factFile, warnings: imported.warnings, isFactFile, expectation };
}

function severalHosts(file: string, hosts: readonly string[]): Problem {
  const message = `The files of this case are of several servers: ${hosts.join(", ")}.`;
  return { file, line: 1, column: 1, code: "several-hosts", message, hint: "Choose one of them with host:." };
}
