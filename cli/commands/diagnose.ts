import { type Command, Option } from "commander";
import type { ReporterOptions } from "../../reporters/reporter.ts";
import { reporters } from "../../reporters/table.ts";
import type { Report } from "../../schemas/generated/types.ts";
import { diagnoseExit, type ExitName, type FailOn, failOnWords } from "../exit-codes.ts";
import type { LogLevel } from "../log.ts";
import { addInputOptions, collect, parseReporter, type ReporterChoice } from "../options.ts";
import { toStderr, toStdout, wantsColour, writeResult } from "../output.ts";

export interface DiagnoseOptions {
  readonly pack: readonly string[];
  readonly at?: string;
  readonly host?: string;
  readonly symptom: readonly string[];
  readonly rule: readonly string[];
  readonly reporter: readonly ReporterChoice[];
  readonly out: string;
  readonly failOn: FailOn;
  readonly verbose: boolean;
  readonly logLevel: LogLevel;
}

export function addDiagnose(program: Command, finish: (exit: ExitName) => void): void {
  const command = program
    .command("diagnose")
    .description("say what is wrong, how to mend it, and what could not be checked")
    .argument(
      "<path...>",
      "fact files, folders or single files that a customer sent; - reads a fact file from stdin",
    );
  addInputOptions(command)
    .addOption(
      new Option("--rule <id>", "judge by this rule only (repeatable)").argParser(collect).default([], "all"),
    )
    .addOption(
      new Option("--reporter <name[=file]>", "text, json or markdown; several with a file each")
        .argParser(parseReporter)
        .default([], "text"),
    )
    .option("--out <file>", "where the report goes instead of stdout; - is stdout", "-")
    .addOption(
      new Option("--fail-on <severity>", "exit 1 from this severity on")
        .choices(failOnWords)
        .default("medium"),
    )
    .option("--verbose", "print what was ruled out, too, and by which facts", false)
    .action(async (paths: string[], options: DiagnoseOptions) =>
      finish(await diagnoseCommand(paths, options)),
    );
}

async function diagnoseCommand(paths: readonly string[], options: DiagnoseOptions): Promise<ExitName> {
  const { readCase } = await import("../read-case.ts");
  const { printProblems } = await import("../print-problems.ts");
  const found = await readCase(paths, options);
  if ("problems" in found) return printProblems(found);
  const report = await found.diagnose(options.rule);
  if ("problems" in report) return printProblems(report);
  const isWritten = await writeReports(report, options);
  return isWritten ? diagnoseExit(report, options.failOn, options.rule) : "unusable";
}

/** Every reporter's text at its place; false if one could not be written. Without one for stdout, text goes there. */
async function writeReports(report: Report, { reporter, out, verbose }: DiagnoseOptions): Promise<boolean> {
  const chosen = reporter.some(({ file }) => file === null)
    ? reporter
    : [...reporter, { name: "text" as const, file: null }];
  let isWritten = true;
  for (const { name, file } of chosen) {
    const target = file ?? out;
    const colour = target === "-" && wantsColour(process.stdout, process.env);
    const options: ReporterOptions = { colour, verbose };
    const print = await reporters[name]();
    const written = await writeResult(target, print(report, options));
    if (written.ok) continue;
    isWritten = false;
    toStderr(written.why);
    if (file === null) toStdout(print(report, options));
  }
  return isWritten;
}
