import type { ExitName } from "../exit-codes.ts";
import type { Trial } from "./load-trial.ts";
import { printResults } from "./print-results.ts";
import { runTrial } from "./run-trial.ts";
import type { TestOptions } from "./test-options.ts";

/** Runs everything once and prints it as the options say. */
export async function tryOut(trial: Trial, options: TestOptions): Promise<ExitName> {
  let run = await runTrial(trial, options.rule);
  if (options.format === "junit") return (await import("./print-junit.ts")).printJunit(run);
  if (options.update) {
    const { updateCases } = await import("./update-cases.ts");
    const updated = await updateCases(trial, run);
    if ("failed" in updated) return updated.failed;
    run = updated.run;
  }
  const exit = printResults(run);
  if (!options.coverage && !options.mutate) return exit;
  const { weigh } = await import("./weigh.ts");
  const { coverage, mutate, require = null, rule: rules } = options;
  const weight = await weigh(trial, run, { coverage, mutate, require, rules });
  return exit === "fine" ? weight : exit;
}
