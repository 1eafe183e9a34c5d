import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../support/source-files.ts";

export interface Ran {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a reader has after a build, in a folder of its own where their files can be written. */
export interface ProjectCopy {
  write(path: string, text: string): void;
  read(path: string): string;
  run(command: string): Ran;
  remove(): void;
}

export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), "connector-doctor-docs-"));
  for (const part of ["dist", "rules", "examples"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  cpSync(join(root, "examples/expired-certificate"), join(folder, "from-customer"), { recursive: true });
  return {
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    run: (command) => {
      const environment = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" };
      const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
        cwd: folder,
        encoding: "utf8",
        env: environment,
      });
      return { exit: status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
