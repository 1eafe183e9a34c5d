import { fileURLToPath } from "node:url";
import { execa } from "execa";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const bundle = `${root}dist/connector-doctor.cjs`;
export const shippedPack = `${root}rules/entra-private-network-connector`;

/** What stands in for the clock: 2026-09-21T14:13:20Z, later than everything in examples/. */
export const fixedNow = "1790000000";

export interface Run {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Another bundle than the one that was built here. */
  readonly program?: string;
}

/** The variables of a run: nothing of the machine's own but the way to programs. */
export function environment(env: RunOptions["env"] = {}): Record<string, string> {
  return { PATH: process.env.PATH ?? "", SOURCE_DATE_EPOCH: fixedNow, ...env };
}

/** Runs the built program as a process of its own and waits for its end. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { cwd = root, env, input = "", program = bundle } = options;
  const { exitCode, stdout, stderr } = await execa(process.execPath, [program, ...args], {
    cwd,
    env: environment(env),
    extendEnv: false,
    input,
    reject: false,
    stripFinalNewline: false,
  });
  return { exitCode, stdout, stderr };
}

/** Lets line breaks fall where they like, so that a test can ask for a sentence. */
export const unwrapped = (text: string): string => text.replace(/\s+/g, " ");
