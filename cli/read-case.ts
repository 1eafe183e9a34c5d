import { diagnose } from "../engine/diagnose.ts";
import { withNamedSymptoms, withSymptoms } from "../engine/reported-symptoms.ts";
import type { Rulebook } from "../engine/rulebook/rulebook.ts";
import { type Imported, importPaths } from "../facts/import/import-paths.ts";
import { realWorld } from "../facts/real-world.ts";
import type { FactFile, Report, Warning } from "../schemas/generated/types.ts";
import { nearest } from "../schemas/text/nearest.ts";
import type { Problem } from "../schemas/text/problem.ts";
import { sha256 } from "./packs.ts";
import { type CaseOptions, type PreparedCase, prepareCase } from "./prepare-case.ts";
import { type ProblemsWithTexts, printProblems, withoutTexts } from "./print-problems.ts";
import { toolVersion } from "./tool-version.ts";
import { usageProblem } from "./usage-problem.ts";

/** The rules and the facts of one case. */
export interface Case {
  readonly rulebook: Rulebook;
  readonly facts: FactFile;
  readonly warnings: readonly Warning[];
  diagnose(rules: readonly string[]): Promise<Report | ProblemsWithTexts>;
}

/** Reads rules and input; all that is wrong with them comes back as problems. */
export async function readCase(
  paths: readonly string[],
  options: CaseOptions,
): Promise<Case | ProblemsWithTexts> {
  const prepared = await prepareCase(paths, options);
  if ("problems" in prepared) return prepared;
  const { rulebook, input, plan, log } = prepared;
  const imported = await importPaths(realWorld, input, plan, prepared.options);
  log("info", "files read", { opened: imported.opened, recognised: imported.recognised });
  if (imported.recognised === 0 || imported.hosts.length > 1) return withoutTexts(imported.problems);
  printProblems(withoutTexts(imported.problems));
  const { facts, warnings } = withReported(imported, prepared);
  return { rulebook, facts, warnings, diagnose: (named) => diagnoseCase(rulebook, facts, warnings, named) };
}

/** The facts of one server with the symptoms that were reported, and what the reader has to say of both. */
export function withReported(
  { factFile, warnings }: Imported,
  { rulebook, symptoms }: PreparedCase,
): Pick<Case, "facts" | "warnings"> {
  const named = withNamedSymptoms(rulebook, withSymptoms(factFile, symptoms));
  return { facts: named.facts, warnings: [...warnings, ...named.warnings] };
}

async function diagnoseCase(
  rulebook: Rulebook,
  facts: FactFile,
  warnings: readonly Warning[],
  rules: readonly string[],
): Promise<Report | ProblemsWithTexts> {
  const ids = rulebook.rules.map(({ id }) => id);
  const unknown = rules.filter((rule) => !ids.includes(rule));
  if (unknown.length > 0) return withoutTexts(unknown.map((rule) => unknownRule(rule, ids)));
  return diagnose(rulebook, facts, {
    toolVersion,
    digest: sha256,
    warnings,
    ...(rules.length > 0 ? { rules } : {}),
  });
}

export function unknownRule(rule: string, ids: readonly string[]): Problem {
  return usageProblem(
    `There is no rule called ${rule}.`,
    didYouMean(nearest(rule, ids)) || "The ids are the names of the files in the folders of the pack.",
  );
}

const didYouMean = (names: readonly string[]): string =>
  names.length > 0 ? `Did you mean ${names.join(" or ")}?` : "";
