import { problemCodes, warningCodes } from "../rulebook/codes.ts";
import { type Level, lintCodes } from "./codes.ts";

/** What is told before a pack is read at all, by whoever takes it from the disk. */
const diskCodes = {
  "pack-not-found": "There is no folder in the place where a pack should be.",
  "pack-too-large": "A pack has more or larger files than the tool reads.",
  "file-unreadable": "A file of a pack cannot be opened.",
  "not-utf-8": "A file of a pack is not text in UTF-8.",
} as const;

export interface CodeEntry {
  readonly level: Level;
  readonly means: string;
}

/** Every code that lint can give, by name. */
export const allCodes: ReadonlyMap<string, CodeEntry> = new Map<string, CodeEntry>([
  ...Object.entries(diskCodes).map(([code, means]) => entry(code, "problem", means)),
  ...Object.entries(problemCodes).map(([code, means]) =>
    entry(code, Object.hasOwn(warningCodes, code) ? "warning" : "problem", means),
  ),
  ...Object.entries(lintCodes).map(([code, { level, means }]) => entry(code, level, means)),
]);

function entry(code: string, level: Level, means: string): [string, CodeEntry] {
  return [code, { level, means }];
}
