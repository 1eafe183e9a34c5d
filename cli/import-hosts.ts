import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withSymptoms } from "../engine/reported-symptoms.ts";
import { factFileText } from "../facts/fact-file/write-fact-file.ts";
import { type Imported, importEachHost, importPaths } from "../facts/import/import-paths.ts";
import { realWorld } from "../facts/real-world.ts";
import { safeJson, safeLine } from "../reporters/safe-text.ts";
import type { ExitName } from "./exit-codes.ts";
import { hostFileNames } from "./host-file-names.ts";
import { toStderr, toStdout, writeResult } from "./output.ts";
import { type CaseOptions, prepareCase } from "./prepare-case.ts";
import { printProblems, withoutTexts } from "./print-problems.ts";

/** Writes one fact file for each server that the files name into the folder, which is made; prints their paths. */
export async function importHosts(
  paths: readonly string[],
  folder: string,
  options: CaseOptions,
): Promise<ExitName> {
  const prepared = await prepareCase(paths, options);
  if ("problems" in prepared) return printProblems(prepared);
  const { input, plan, symptoms } = prepared;
  const found =
    options.host === undefined
      ? await importEachHost(realWorld, input, plan, prepared.options)
      : [await importPaths(realWorld, input, plan, prepared.options)];
  const problems = found.flatMap((imported) => imported.problems);
  printProblems(withoutTexts([...new Map(problems.map((each) => [JSON.stringify(each), each])).values()]));
  if (found.some(({ recognised }) => recognised === 0)) return "unusable";
  makeFolder(folder);
  const names = hostFileNames(found.map(({ factFile }) => factFile.subject?.host ?? ""));
  let exit: ExitName = "fine";
  for (const [index, imported] of found.entries()) {
    const path = join(folder, `${names[index]}.json`);
    tellWarnings(imported, path);
    const written = await writeResult(
      path,
      safeJson(factFileText(withSymptoms(imported.factFile, symptoms))),
    );
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
function tellWarnings({ warnings }: Imported, path: string): void {
  for (const { code, message } of warnings)
    if (code !== "other-host") toStderr(safeLine(`${path}: ${message}`));
}
