import { loadPacks, sourceHashes, textsOf } from "../cli/load-rules.ts";
import { decodePacks, readRawPacks, shippedPack } from "../cli/packs.ts";
import { toolVersion } from "../cli/tool-version.ts";
import { writeBuilt } from "../engine/rulebook/built.ts";
import { codeFrame } from "../schemas/text/code-frame.ts";

/** Prints the shipped pack as the program reads it fastest. A pack that does not load stops the build. */
async function writeRulebook(): Promise<void> {
  const raw = readRawPacks([shippedPack]);
  const read = "problems" in raw ? raw : decodePacks(raw.files);
  if ("problems" in raw || "problems" in read) throw new Error("The shipped pack cannot be read.");
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
  process.stdout.write(writeBuilt(loaded.rulebook, sourceHashes(raw.files), toolVersion));
}

void writeRulebook();
