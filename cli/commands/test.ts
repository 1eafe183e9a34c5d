import type { Command } from "commander";
import type { ExitName } from "../exit-codes.ts";
import { toStdout } from "../output.ts";

export function addTest(program: Command, finish: (exit: ExitName) => void): void {
  program
    .command("test")
    .description("run every example of a pack of rules")
    .argument("[dir]", "the folder of the pack; the shipped one where none is named")
    .action(async (dir: string | undefined) => finish(await testCommand(dir)));
}

async function testCommand(dir: string | undefined): Promise<ExitName> {
  const { loadPacks, textsOf } = await import("../load-rules.ts");
  const { readPacks, shippedPack } = await import("../packs.ts");
  const { printProblems } = await import("../print-problems.ts");
  const { runExamples } = await import("../../engine/examples.ts");
  const { exampleFailure } = await import("../../reporters/example-failure.ts");
  const folder = dir ?? shippedPack;
  const read = readPacks([folder]);
  if ("problems" in read) return printProblems({ problems: read.problems, texts: new Map() });
  const { loaded, files } = await loadPacks(read.files, [folder]);
  if (!loaded.ok) return printProblems({ problems: loaded.problems, texts: textsOf(files) });
  const results = await runExamples(loaded.rulebook, loaded.examples);
  const failed = results.filter(({ passed }) => !passed);
  for (const { rule, expected, outcome, place, warnings } of failed) {
    toStdout(
      exampleFailure({ rule, expected, found: outcome.verdict, evidence: outcome.evidence, place, warnings }),
    );
  }
  toStdout(`${results.length - failed.length} of ${results.length} examples came out as expected.\n`);
  return failed.length === 0 ? "fine" : "found";
}
