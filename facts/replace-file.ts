import { randomBytes } from "node:crypto";
import { type FileHandle, lstat, open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ReadFailure } from "./world.ts";

/** A name beside the target, because a rename is atomic only within one disk. */
export async function replaceFile(path: string, content: Buffer): Promise<{ bytes: number }> {
  const target = await lstat(path).catch(() => undefined);
  if (target?.isSymbolicLink()) throw new ReadFailure("link");
  if (target?.isDirectory()) throw new ReadFailure("is-folder");
  if (target && !target.isFile()) throw new ReadFailure("special-file");
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 40)}.${randomBytes(6).toString("hex")}.tmp`,
  );
  const file = await open(temporary, "wx", 0o600);
  try {
    await writeAll(file, content);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  return { bytes: content.length };
}

/** A full disk can cut a write short without an error, so the size is checked before the old file is given up. */
async function writeAll(file: FileHandle, content: Buffer): Promise<void> {
  try {
    await file.writeFile(content);
    await file.sync();
    if ((await file.stat()).size !== content.length) throw new ReadFailure("disk-full");
  } finally {
    await file.close();
  }
}
