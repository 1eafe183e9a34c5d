import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExitName } from "../exit-codes.ts";
import { collect } from "../options.ts";
import type { TestOptions } from "../test-command/test-options.ts";

export function addTest(program: Command, finish: (exit: ExitName) => void): void {
  program
    .command("test")
    .description("run every example and every case of a pack of rules")
    .argument("[dir]", "the folder of the pack; the shipped one where none is named")
    .option("--cases <dir>", "the folder that holds a folder for each case (default: cases in the pack)")
    .addOption(
      new Option("--rule <id>", "only the examples of this rule and the cases that name it (repeatable)")
        .argParser(collect)
        .default([], "all"),
    )
    .option("--coverage", "show which outcomes of each condition no example and no case brings about", false)
    .option("--mutate", "show which small changes of each rule no example and no case would notice", false)
    .option("--require <percent>", "exit 1 where --coverage or --mutate comes to less", parsePercent)
    .option("--update", "write into the cases that fail what came out, for you to review", false)
    .option("--watch", "run again what a change touches, until Ctrl+C", false)
    .addOption(new Option("--format <name>", "how to print").choices(["text", "junit"]).default("text"))
    .action(async (dir: string | undefined, options: TestOptions) => finish(await testCommand(dir, options)));
}

function parsePercent(text: string): number {
  const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!(percent <= 100)) throw new InvalidArgumentError("Give a whole number from 0 to 100.");
  return percent;
}

async function testCommand(dir: string | undefined, options: TestOptions): Promise<ExitName> {
  const { shippedPack } = await import("../packs.ts");
  const { printProblems } = await import("../print-problems.ts");
  const { unfitOptions } = await import("../test-command/unfit-options.ts");
  const unfit = unfitOptions(options);
  if (unfit.length > 0) return printProblems({ problems: unfit, texts: new Map() });
  const places = { pack: dir ?? shippedPack, cases: options.cases ?? null, rules: options.rule };
  if (options.watch) {
    const { watch } = await import("../test-command/watch.ts");
    return watch(places);
  }
  const { loadTrial } = await import("../test-command/load-trial.ts");
  const trial = await loadTrial(places);
  if ("problems" in trial) return printProblems(trial);
  const { tryOut } = await import("../test-command/try-out.ts");
  return tryOut(trial, options);
}
