import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Problem } from "../../schemas/text/problem.ts";
import { usageProblem } from "../usage-problem.ts";
import { makeFolder } from "./pack-schemas.ts";

/** Writes a file that must not be there yet. */
export function writeNew(path: string, text: string): Problem | null {
  const unmade = makeFolder(dirname(path));
  if (unmade !== null) return usageProblem(unmade, "");
  try {
    writeFileSync(path, text, { flag: "wx" });
    return null;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return isThere(path);
    return usageProblem(`${path} could not be written.`, "Name a place that you may write to.");
  }
}

export const isThere = (path: string): Problem =>
  usageProblem(
    `${path} is there already, and nothing was written.`,
    "Choose another name, or change that file.",
  );

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** Today as 2026-11-20, by the agreed clock where builds are to be repeatable. */
export function today(): string {
  const seconds = process.env.SOURCE_DATE_EPOCH;
  const now = seconds !== undefined && /^\d{1,11}$/.test(seconds) ? Number(seconds) * 1_000 : Date.now();
  return new Date(now).toISOString().slice(0, 10);
}
