import { findSymptom, reportedSymptoms } from "../engine/reported-symptoms.ts";
import type { Rulebook } from "../engine/rulebook/rulebook.ts";
import type { InputPath } from "../facts/import/gather-inputs.ts";
import type { ImportOptions } from "../facts/import/import-paths.ts";
import type { Plan } from "../facts/import/wanted-fact.ts";
import { limits } from "../schemas/limits.ts";
import type { Problem } from "../schemas/text/problem.ts";
import { collectPlan } from "./collect-plan.ts";
import { loadRules } from "./load-rules.ts";
import { type LogLevel, openLog } from "./log.ts";
import { type ProblemsWithTexts, withoutTexts } from "./print-problems.ts";
import { toolVersion } from "./tool-version.ts";
import { usageProblem } from "./usage-problem.ts";

export interface CaseOptions {
  readonly pack: readonly string[];
  readonly at?: string;
  readonly host?: string;
  readonly symptom: readonly string[];
  readonly logLevel: LogLevel;
}

/** All that is needed before the first file of a case is opened. */
export interface PreparedCase {
  readonly rulebook: Rulebook;
  /** Ids of symptom rules. */
  readonly symptoms: readonly string[];
  readonly input: readonly InputPath[];
  readonly plan: Plan;
  readonly options: ImportOptions;
  readonly log: Awaited<ReturnType<typeof openLog>>;
}

export async function prepareCase(
  paths: readonly string[],
  options: CaseOptions,
): Promise<PreparedCase | ProblemsWithTexts> {
  const log = await openLog(options.logLevel);
  const rules = await loadRules(options.pack);
  if ("problems" in rules) return rules;
  const { rulebook } = rules;
  log("info", "rules loaded", { rules: rulebook.rules.length, facts: Object.keys(rulebook.facts).length });
  const symptoms = options.symptom.map((said) => resolveSymptom(rulebook, said));
  const unknown = symptoms.flatMap((symptom) => (typeof symptom === "string" ? [] : [symptom]));
  if (unknown.length > 0) return withoutTexts(unknown);
  return {
    rulebook,
    symptoms: symptoms.filter((symptom) => typeof symptom === "string"),
    input: await inputPaths(paths),
    plan: collectPlan(rulebook),
    options: importOptions(options),
    log,
  };
}

function resolveSymptom(rulebook: Rulebook, said: string): string | Problem {
  if (!Object.hasOwn(rulebook.facts, reportedSymptoms)) {
    return usageProblem(
      "The loaded packs know no symptoms that a caller could report.",
      "Leave --symptom out.",
    );
  }
  const found = findSymptom(rulebook, said);
  if ("rule" in found) return found.rule;
  return usageProblem(
    `No symptom is called, or shows the text, ${JSON.stringify(said)}.`,
    found.nearest.length === 0 ? "Leave --symptom out." : `Give one of: ${found.nearest.join(", ")}.`,
  );
}

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
