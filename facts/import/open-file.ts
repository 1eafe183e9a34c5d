import { createHash } from "node:crypto";
import { headOf, inMemory } from "../file-head.ts";
import { readInParts } from "../read-untrusted.ts";
import { hasFailed, type OpenFile, ReadFailure, type Trouble, type World } from "../world.ts";
import type { FileReading } from "./format.ts";
import { recognise } from "./formats.ts";
import { provisionalKey } from "./source-keys.ts";
import type { FoundFile } from "./walk.ts";
import type { Plan } from "./wanted-fact.ts";

/** A file to be read: on disk, or bytes that are here already. */
export interface InputFile extends Omit<FoundFile, "path"> {
  readonly from: { readonly path: string } | { readonly content: Uint8Array };
}

/** One file with what it gave. */
export type ReadInput =
  | {
      readonly kind: "read";
      readonly file: InputFile;
      readonly source: string;
      readonly sha256: string;
      readonly bytes: number;
      /** undefined: nobody recognised it. */
      readonly reading: FileReading | undefined;
    }
  | { readonly kind: "failed"; readonly file: InputFile; readonly trouble: Trouble };

/** Opens, hashes, recognises and reads one file. Whatever happens, it costs this file only. */
export async function readInput(world: World, file: InputFile, plan: Plan): Promise<ReadInput> {
  const open = "path" in file.from ? await world.openFile(file.from.path) : inMemory(file.from.content);
  if (hasFailed(open)) return { kind: "failed", file, trouble: open.failed };
  try {
    const sha256 = await digestOf(open);
    const source = provisionalKey(sha256, file.shownAs);
    const atHand = { source, ...file, open, head: await headOf(open) };
    const reading = open.size === 0 ? undefined : await recognise(atHand, plan)?.read(atHand, plan);
    return { kind: "read", file, source, sha256, bytes: open.size, reading };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return { kind: "failed", file, trouble: error.trouble };
  } finally {
    open.close();
  }
}

async function digestOf(open: OpenFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of readInParts(open)) hash.update(part);
  return hash.digest("hex");
}
