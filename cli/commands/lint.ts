import type { Command } from "commander";
import type { ExitName } from "../exit-codes.ts";
import { toStdout } from "../output.ts";

export function addLint(program: Command, finish: (exit: ExitName) => void): void {
  program
    .command("lint")
    .description("check a pack of rules without any facts")
    .argument("[dir]", "the folder of the pack; the shipped one where none is named")
    .action(async (dir: string | undefined) => finish(await lintCommand(dir)));
}

async function lintCommand(dir: string | undefined): Promise<ExitName> {
  const { loadPacks, textsOf } = await import("../load-rules.ts");
  const { readPacks, shippedPack } = await import("../packs.ts");
  const { printProblems } = await import("../print-problems.ts");
  const folder = dir ?? shippedPack;
  const read = readPacks([folder]);
  if ("problems" in read) return printProblems({ problems: read.problems, texts: new Map() });
  const { loaded, files } = await loadPacks(read.files, [folder]);
  const texts = textsOf(files);
  if (!loaded.ok) {
    printProblems({ problems: loaded.problems, texts });
    return "found";
  }
  if (loaded.warnings.length > 0) printProblems({ problems: loaded.warnings, texts });
  const { rules, facts } = loaded.rulebook;
  toStdout(`${rules.length} rules and ${Object.keys(facts).length} facts are in order.\n`);
  return "fine";
}
