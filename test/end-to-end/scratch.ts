import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

export interface Scratch {
  /** The folder itself. */
  readonly path: string;
  /** Writes files below it and gives the path of the folder, or of the only file. */
  write(files: Readonly<Record<string, string | Uint8Array>>, below?: string): string;
}

/** A folder for one file of tests, gone when they end. */
export function scratch(): Scratch {
  const path = mkdtempSync(join(tmpdir(), "connector-doctor-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  let count = 0;
  const write: Scratch["write"] = (files, below) => {
    count += 1;
    const folder = join(path, below ?? `case-${count}`);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const [only, ...others] = Object.keys(files);
    return only === undefined || others.length > 0 ? folder : join(folder, only);
  };
  return { path, write };
}
