import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { factFileText } from "../facts/fact-file/write-fact-file.ts";
import { importEachHost } from "../facts/import/import-paths.ts";
import { realWorld } from "../facts/real-world.ts";
import { safeJson, safeLine } from "../reporters/safe-text.ts";
import type { Warning } from "../schemas/generated/types.ts";
import type { ExitName } from "./exit-codes.ts";
import { hostFileNames } from "./host-file-names.ts";
import { toStderr, toStdout, writeResult } from "./output.ts";
import { type CaseOptions, prepareCase } from "./prepare-case.ts";
import { printProblems, withoutTexts } from "./print-problems.ts";
import { withReported } from "./read-case.ts";

/** Writes one fact file for each server that the files name into the folder, which is made; prints their paths. */
export async function importHosts(
  paths: readonly string[],
  folder: string,
  options: CaseOptions,
): Promise<ExitName> {
  const prepared = await prepareCase(paths, options);
  if ("problems" in prepared) return printProblems(prepared);
  const found = await importEachHost(realWorld, prepared.input, prepared.plan, prepared.options);
  const problems = found.flatMap((imported) => imported.problems);
  printProblems(withoutTexts([...new Map(problems.map((each) => [JSON.stringify(each), each])).values()]));
  if (found.some(({ recognised }) => recognised === 0)) return "unusable";
  makeFolder(folder);
  const names = hostFileNames(found.map(({ factFile }) => factFile.subject?.host ?? ""));
  let exit: ExitName = "fine";
  for (const [index, imported] of found.entries()) {
    const path = join(folder, `${names[index]}.json`);
    const { facts, warnings } = withReported(imported, prepared);
    tellWarnings(warnings, path);
    const written = await writeResult(path, safeJson(factFileText(facts)));
    if (written.ok) toStdout(`${safeLine(path)}\n`);
    else {
      toStderr(written.why);
      exit = "unusable";
    }
  }
  return exit;
}

/** Why it cannot be made is said where the first file cannot be written into it. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {}
}

/** What is left out for being of another server stands in the file of that server. */
function tellWarnings(warnings: readonly Warning[], path: string): void {
  for (const { code, message } of warnings)
    if (code !== "other-host") toStderr(safeLine(`${path}: ${message}`));
}
