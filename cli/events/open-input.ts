import { basename } from "node:path";
import { type FileHead, headOf, inMemory } from "../../facts/file-head.ts";
import { realWorld } from "../../facts/real-world.ts";
import { hasFailed, type OpenFile, type Trouble, troubleWords } from "../../facts/world.ts";
import { limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";

export interface Input {
  /** As the person gave it. */
  readonly givenAs: string;
  readonly name: string;
  readonly file: OpenFile;
  readonly head: FileHead;
}

/** A file that was named, or what comes on standard input; or the problem with it. */
export async function openInput(givenAs: string): Promise<Input | Problem> {
  const file = givenAs === "-" ? await standardInput() : await openNamed(givenAs);
  if ("code" in file) return file;
  if (file.size > 0) return { givenAs, name: basename(givenAs), file, head: await headOf(file) };
  file.close();
  return wholeFile(givenAs, "file-empty", "is empty: it has 0 bytes.", "Copy it again, or export it again.");
}

async function openNamed(givenAs: string): Promise<OpenFile | Problem> {
  const path = await realWorld.realPath(givenAs);
  const file = hasFailed(path) ? path : await realWorld.openFile(path);
  return hasFailed(file) ? troubleWith(givenAs, file.failed) : file;
}

export function troubleWith(givenAs: string, trouble: Trouble): Problem {
  const { what, hint } = troubleWords[trouble];
  return wholeFile(givenAs, `file-${trouble}`, what, hint);
}

/** Logs are read from several places, so that all of it has to be here. */
async function standardInput(): Promise<OpenFile | Problem> {
  const most = limits.standardInputBytes;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    bytes += chunk.length;
    if (bytes > most) {
      const what = `holds more than ${most / (1024 * 1024)} MB (limit standardInputBytes).`;
      return wholeFile("-", "file-too-large", what, "Save it to a file, and name the file.");
    }
    chunks.push(chunk);
  }
  return inMemory(Buffer.concat(chunks));
}

export function wholeFile(file: string, code: string, what: string, hint: string): Problem {
  return { file, line: 1, column: 1, code, message: `"${file}" ${what}`, hint };
}
