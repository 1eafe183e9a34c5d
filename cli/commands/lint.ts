import { type Command, Option } from "commander";
import type { LintResult } from "../../reporters/lint/lint-result.ts";
import { type LintFormat, lintFormats, lintReporters } from "../../reporters/lint/table.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { calledAs } from "../called-as.ts";
import type { ExitName } from "../exit-codes.ts";
import { toStderr, toStdout, wantsColour } from "../output.ts";
import { toolVersion } from "../tool-version.ts";

interface LintOptions {
  readonly format: LintFormat;
  readonly strict: boolean;
  /** true: all codes. */
  readonly explain?: string | true;
}

export function addLint(program: Command, finish: (exit: ExitName) => void): void {
  program
    .command("lint")
    .description("say everything that can be said about a pack of rules without any facts")
    .argument("[dir]", "the folder of the pack; the shipped one where none is named")
    .addOption(new Option("--format <name>", "how to print it").choices(lintFormats).default("text"))
    .option("--strict", "exit 1 for warnings, too", false)
    .option("--explain [code]", "say what a code means, with a sample of it; without one, list all codes")
    .action(async (dir: string | undefined, options: LintOptions) =>
      finish(
        options.explain === undefined ? await lintCommand(dir, options) : await explainCode(options.explain),
      ),
    );
}

async function lintCommand(dir: string | undefined, { format, strict }: LintOptions): Promise<ExitName> {
  const { result, texts, exit } = await lintFolder(dir);
  if (exit === "unusable") {
    const { printProblems } = await import("../print-problems.ts");
    return printProblems({ problems: result.problems, texts });
  }
  const { codeFrame } = await import("../../schemas/text/code-frame.ts");
  const frameOf = (problem: Problem) => codeFrame(texts.get(problem.file) ?? "", problem);
  const report = await lintReporters[format]();
  toStdout(report(result, { colour: wantsColour(process.stdout, process.env), frameOf }));
  const isFound = result.problems.length > 0 || (strict && result.warnings.length > 0);
  return isFound ? "found" : "fine";
}

interface LintedFolder {
  readonly result: LintResult;
  readonly texts: ReadonlyMap<string, string>;
  /** Nothing of the pack could be read. */
  readonly exit?: "unusable";
}

async function lintFolder(dir: string | undefined): Promise<LintedFolder> {
  const { lint } = await import("../../engine/lint/lint.ts");
  const { allCodes } = await import("../../engine/lint/all-codes.ts");
  const { extendedPacks, textsOf } = await import("../load-rules.ts");
  const { readPacks, shippedPack } = await import("../packs.ts");
  const folder = dir ?? shippedPack;
  const own = {
    toolVersion,
    calledAs: calledAs(),
    meaningOf: (code: string) => allCodes.get(code)?.means ?? "",
  };
  const read = readPacks([folder]);
  if ("problems" in read) {
    const { problems } = read;
    const result = { problems, warnings: [], rules: 0, facts: 0, ...own };
    const isNowhere = problems.some(({ code }) => code === "pack-not-found");
    return { result, texts: new Map(), ...(isNowhere ? { exit: "unusable" } : {}) };
  }
  const files = [...read.files, ...(await extendedPacks(read.files, [folder]))];
  const packs = [...new Set(read.files.map(({ pack }) => pack))];
  const linted = await lint(files, packs, { toolVersion });
  return { result: { ...linted, ...own }, texts: textsOf(files) };
}

async function explainCode(code: string | true): Promise<ExitName> {
  const { allCodes } = await import("../../engine/lint/all-codes.ts");
  if (code === true) {
    toStdout([...allCodes].map(([name, { means }]) => `${name}: ${means}\n`).join(""));
    return "fine";
  }
  const { pageOf } = await import("../../engine/lint/pages/pages.ts");
  const { lintPage } = await import("../../reporters/lint/page.ts");
  const page = pageOf(code);
  if (page !== null) {
    toStdout(lintPage(page));
    return "fine";
  }
  const { nearest } = await import("../../schemas/text/nearest.ts");
  const { safeLine } = await import("../../reporters/safe-text.ts");
  const close = nearest(code, [...allCodes.keys()]);
  const advice =
    close.length > 0 ? `Did you mean ${close.join(", ")}?` : "Give --explain alone to see them all.";
  toStderr(safeLine(`There is no code ${code}. ${advice}`));
  return "unusable";
}
