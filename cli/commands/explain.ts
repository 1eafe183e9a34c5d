import type { Command } from "commander";
import type { ExitName } from "../exit-codes.ts";
import type { LogLevel } from "../log.ts";
import { addInputOptions } from "../options.ts";
import { toStdout } from "../output.ts";

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
  const { readCase, unknownRule } = await import("../read-case.ts");
  const { printProblems } = await import("../print-problems.ts");
  const { explain } = await import("../../engine/explain.ts");
  const { explanation } = await import("../../reporters/explanation.ts");
  const found = await readCase(paths, options);
  if ("problems" in found) return printProblems(found);
  // All rules are judged: what explains a diagnosis, or makes it history, is another rule.
  const report = await found.diagnose([]);
  if ("problems" in report) return printProblems(report);
  const explained = explain(found.rulebook, report, rule);
  if (explained === null) {
    const ids = found.rulebook.rules.map(({ id }) => id);
    return printProblems({ problems: [unknownRule(rule, ids)], texts: new Map() });
  }
  toStdout(explanation(explained.lines));
  return "fine";
}
