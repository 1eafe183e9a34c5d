import { realWorld } from "../facts/real-world.ts";
import { hasFailed, type Trouble } from "../facts/world.ts";
import { safeLine } from "../reporters/safe-text.ts";

/** stdout carries results only; everything else goes to stderr. */
export function toStdout(text: string): void {
  process.stdout.write(text);
}

export function toStderr(text: string): void {
  process.stderr.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Colour on a terminal only; NO_COLOR and FORCE_COLOR decide where they are set. */
export function wantsColour(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = environment;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return stream.isTTY === true && terminal !== "dumb";
}

/** Writes a file beside its place and moves it there; a sentence where that cannot be done. */
export async function writeResult(
  path: string,
  text: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }> {
  if (path === "-") {
    toStdout(text);
    return { ok: true };
  }
  const written = await realWorld.writeAtomic(path, text);
  if (!hasFailed(written)) return { ok: true };
  return { ok: false, why: safeLine(`${path} could not be written: ${writingTroubles[written.failed]}`) };
}

const writingTroubles: Readonly<Record<Trouble, string>> = {
  "not-found": "its folder does not exist. Make the folder first, or name another one.",
  "no-permission": "permission is denied. Name a place that you may write to.",
  link: "it is a link, and links are not followed. Name the file that it points to.",
  "is-folder": "it is a folder. Name a file inside of it.",
  "not-a-folder": "something before its name is not a folder. Check the path.",
  "special-file": "it is a pipe, socket or device. Name a plain file, or - for stdout.",
  "path-too-long": "its path is too long for this system. Name a place nearer to the root.",
  "disk-full": "the disk is full. Free some space, or name another disk.",
  "read-only": "the disk is read-only. Name a place on another disk.",
  "cannot-read": "the system reports a failure of the disk or network. Name a place on a local disk.",
};
