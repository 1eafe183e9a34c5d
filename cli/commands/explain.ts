import type { Command } from "commander";
import type { ExitName } from "../exit-codes.ts";
import type { LogLevel } from "../log.ts";
import { addInputOptions } from "../options.ts";
import { toStdout } from "../output.ts";
import { usageProblem } from "../usage-problem.ts";

interface ExplainOptions {
  readonly pack: readonly string[];
  readonly at?: string;
  readonly host?: string;
  readonly symptom: readonly string[];
  readonly logLevel: LogLevel;
}

export function addExplain(program: Command, finish: (exit: ExitName) => void): void {
  const command = program
    .command("explain")
    .description("say how a rule was proved or refuted, or which facts it waits for")
    .argument("<rule>", "the id of a rule, for example port-443-blocked")
    .argument("<path...>", "fact files, folders or single files; - reads a fact file from stdin");
  addInputOptions(command).action(async (rule: string, paths: string[], options: ExplainOptions) =>
    finish(await explainCommand(rule, paths, options)),
  );
}

async function explainCommand(
  rule: string,
  paths: readonly string[],
  options: ExplainOptions,
): Promise<ExitName> {
  const { readCase } = await import("../read-case.ts");
  const { printProblems } = await import("../print-problems.ts");
  const { explain } = await import("../../engine/explain.ts");
  const { explanation } = await import("../../reporters/explanation.ts");
  const found = await readCase(paths, options);
  if ("problems" in found) return printProblems(found);
  const report = await found.diagnose([rule]);
  if ("problems" in report) return printProblems(report);
  const explained = explain(found.rulebook, report, rule);
  if (explained === null)
    return printProblems({ problems: [usageProblem(`There is no rule ${rule}.`, "")], texts: new Map() });
  toStdout(explanation(explained.lines));
  return "fine";
}
