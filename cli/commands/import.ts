import type { Command } from "commander";
import type { ExitName } from "../exit-codes.ts";
import type { LogLevel } from "../log.ts";
import { addInputOptions } from "../options.ts";
import { toStderr, writeResult } from "../output.ts";

export interface ImportOptions {
  readonly pack: readonly string[];
  readonly at?: string;
  readonly host?: string;
  readonly symptom: readonly string[];
  readonly out: string;
  readonly logLevel: LogLevel;
}

export function addImport(program: Command, finish: (exit: ExitName) => void): void {
  const command = program
    .command("import")
    .description("turn what a customer sent into a fact file")
    .argument("<path...>", "files and folders; - reads a fact file from stdin");
  addInputOptions(command)
    .option(
      "--out <file>",
      "where the fact file goes; - is stdout; FOLDER/ takes one file for each server that is named",
      "-",
    )
    .action(async (paths: string[], options: ImportOptions) => finish(await importCommand(paths, options)));
}

async function importCommand(paths: readonly string[], options: ImportOptions): Promise<ExitName> {
  if (/[/\\]$/.test(options.out)) {
    const { importHosts } = await import("../import-hosts.ts");
    return importHosts(paths, options.out, options);
  }
  const { readCase } = await import("../read-case.ts");
  const { printProblems } = await import("../print-problems.ts");
  const { factFileText } = await import("../../facts/fact-file/write-fact-file.ts");
  const { safeJson, safeLine } = await import("../../reporters/safe-text.ts");
  const found = await readCase(paths, options);
  if ("problems" in found) return printProblems(found);
  for (const { message } of found.warnings) toStderr(safeLine(message));
  const written = await writeResult(options.out, safeJson(factFileText(found.facts)));
  if (written.ok) return "fine";
  toStderr(written.why);
  return "unusable";
}
