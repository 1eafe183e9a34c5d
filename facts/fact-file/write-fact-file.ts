import type { FactFile } from "../../schemas/generated/types.ts";
import { type LimitName, limits } from "../../schemas/limits.ts";
import type { Problem } from "../../schemas/text/problem.ts";
import { hasFailed, type Trouble, troubleWords, type World } from "../world.ts";
import { canonicalJson } from "./canonical-json.ts";

/** The version of the format that is written. */
export const schemaVersion = 1;

const order = ["schemaVersion", "subject", "producer", "collectedAt", "sources", "facts"];

/** The canonical text of a fact file: the same facts give the same bytes. */
export function factFileText(file: FactFile): string {
  return canonicalJson({ ...file, schemaVersion }, order);
}

/** Writes the file whole or not at all. Gives the problem if it could not be written, with the old file untouched. */
export async function writeFactFile(world: World, path: string, file: FactFile): Promise<Problem | null> {
  const text = factFileText(file);
  const limit: LimitName = "factFileBytes";
  if (Buffer.byteLength(text) > limits[limit])
    return problem(path, "fact-file-too-large", tooLarge, narrower);
  const written = await world.writeAtomic(path, text);
  if (!hasFailed(written)) return null;
  const { what, hint } = words[written.failed] ?? troubleWords[written.failed];
  return problem(path, `not-written-${written.failed}`, `"${path}" ${what}`, hint);
}

const tooLarge = `The facts take more than ${limits.factFileBytes / (1024 * 1024)} MB, which no fact file may have (limit factFileBytes).`;
const narrower = "Give fewer event exports, or exports of a shorter time.";

/** Where a failure means something else for writing than for reading. */
const words: Partial<Record<Trouble, { what: string; hint: string }>> = {
  "not-found": { what: "cannot be written: its folder does not exist.", hint: "Make the folder first." },
  "no-permission": {
    what: "cannot be written: permission is denied.",
    hint: "Name a place where you may write.",
  },
  link: {
    what: "is a link, and links are not written through.",
    hint: "Name the file that the link points to.",
  },
  "cannot-read": {
    what: "cannot be written: the system reports a failure.",
    hint: "Name a place on another disk.",
  },
};

function problem(file: string, code: string, message: string, hint: string): Problem {
  return { file, line: 1, column: 1, code, message, hint };
}
