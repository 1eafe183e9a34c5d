import { writeFileSync } from "node:fs";
import { loadPacks, sourceHashes, textsOf } from "../cli/load-rules.ts";
import { readPacks, shippedPack } from "../cli/packs.ts";
import { toolVersion } from "../cli/tool-version.ts";
import { writeBuilt } from "../engine/rulebook/built.ts";
import { codeFrame } from "../schemas/text/code-frame.ts";

/** Writes the shipped pack as the program reads it fastest. A pack that does not load stops the build. */
async function writeRulebook(target: string): Promise<void> {
  const read = readPacks([shippedPack]);
  if ("problems" in read) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  const { loaded, files } = await loadPacks(read.files, []);
  if (!loaded.ok) {
    const texts = textsOf(files);
    for (const problem of loaded.problems) {
      console.error(
        `${codeFrame(texts.get(problem.file) ?? "", problem)}\n  ${problem.message}\n  ${problem.hint ?? ""}\n`,
      );
    }
    process.exitCode = 1;
    return;
  }
  writeFileSync(target, writeBuilt(loaded.rulebook, sourceHashes(read.files), toolVersion));
}

void writeRulebook(process.argv[2] ?? "dist/rulebook.json");
