import { diagnose } from "../engine/diagnose.ts";
import { findSymptom, reportedSymptoms, withSymptoms } from "../engine/reported-symptoms.ts";
import type { Rulebook } from "../engine/rulebook/rulebook.ts";
import type { InputPath } from "../facts/import/gather-inputs.ts";
import { type ImportOptions, importPaths } from "../facts/import/import-paths.ts";
import { realWorld } from "../facts/real-world.ts";
import type { FactFile, Report, Warning } from "../schemas/generated/types.ts";
import { limits } from "../schemas/limits.ts";
import { nearest } from "../schemas/text/nearest.ts";
import type { Problem } from "../schemas/text/problem.ts";
import { collectPlan } from "./collect-plan.ts";
import { loadRules } from "./load-rules.ts";
import { type LogLevel, openLog } from "./log.ts";
import { sha256 } from "./packs.ts";
import { type ProblemsWithTexts, printProblems } from "./print-problems.ts";
import { toolVersion } from "./tool-version.ts";
import { usageProblem } from "./usage-problem.ts";

export interface CaseOptions {
  readonly pack: readonly string[];
  readonly at?: string;
  readonly host?: string;
  readonly symptom: readonly string[];
  readonly logLevel: LogLevel;
}

/** The rules and the facts of one case. */
export interface Case {
  readonly rulebook: Rulebook;
  readonly facts: FactFile;
  readonly warnings: readonly Warning[];
  diagnose(rules: readonly string[]): Promise<Report | ProblemsWithTexts>;
}

const withoutTexts = (problems: readonly Problem[]): ProblemsWithTexts => ({ problems, texts: new Map() });

/** Reads rules and input; all that is wrong with them comes back as problems. */
export async function readCase(
  paths: readonly string[],
  options: CaseOptions,
): Promise<Case | ProblemsWithTexts> {
  const log = await openLog(options.logLevel);
  const rules = await loadRules(options.pack);
  if ("problems" in rules) return rules;
  const { rulebook } = rules;
  log("info", "rules loaded", { rules: rulebook.rules.length, facts: Object.keys(rulebook.facts).length });
  const symptoms = options.symptom.map((said) => resolveSymptom(rulebook, said));
  const unknown = symptoms.flatMap((symptom) => (typeof symptom === "string" ? [] : [symptom]));
  if (unknown.length > 0) return withoutTexts(unknown);
  const imported = await importPaths(
    realWorld,
    await inputPaths(paths),
    collectPlan(rulebook),
    importOptions(options),
  );
  log("info", "files read", { opened: imported.opened, recognised: imported.recognised });
  if (imported.recognised === 0 || imported.hosts.length > 1) return withoutTexts(imported.problems);
  printProblems(withoutTexts(imported.problems));
  const facts = withSymptoms(
    imported.factFile,
    symptoms.filter((symptom) => typeof symptom === "string"),
  );
  const warnings = imported.warnings;
  return { rulebook, facts, warnings, diagnose: (named) => diagnoseCase(rulebook, facts, warnings, named) };
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

function resolveSymptom(rulebook: Rulebook, said: string): string | Problem {
  if (!Object.hasOwn(rulebook.facts, reportedSymptoms)) {
    return usageProblem(
      "The loaded packs know no symptoms that a caller could report.",
      "Leave --symptom away.",
    );
  }
  const found = findSymptom(rulebook, said);
  if ("rule" in found) return found.rule;
  return usageProblem(
    `No symptom is called, or shows the text, ${JSON.stringify(said)}.`,
    `Give one of: ${found.nearest.join(", ")}.`,
  );
}

const didYouMean = (names: readonly string[]): string =>
  names.length > 0 ? `Did you mean ${names.join(" or ")}?` : "";

function importOptions({ at, host }: CaseOptions): ImportOptions {
  return {
    producer: { name: "connector-doctor", version: toolVersion, mode: "import" },
    ...(at === undefined ? {} : { at }),
    ...(host === undefined ? {} : { host }),
    ...sourceDate(process.env.SOURCE_DATE_EPOCH),
  };
}

/** A dash stands for standard input, which is read once. */
async function inputPaths(paths: readonly string[]): Promise<InputPath[]> {
  const stdin = paths.includes("-") ? await readStdin() : new Uint8Array();
  return paths.map((path) => (path === "-" ? { stdin } : path));
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    bytes += chunk.length;
    // More is refused anyway, with the limit in the message.
    if (bytes > limits.factFileBytes) break;
  }
  return Buffer.concat(chunks);
}

/** The agreed way to make builds repeatable: seconds since 1970 in place of the clock. */
function sourceDate(seconds: string | undefined): { readonly now?: number } {
  return seconds !== undefined && /^\d{1,12}$/.test(seconds) ? { now: Number(seconds) * 1_000 } : {};
}
