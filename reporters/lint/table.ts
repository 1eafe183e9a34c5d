import type { ProblemOptions } from "../problems.ts";
import type { LintResult } from "./lint-result.ts";

export const lintFormats = ["text", "json", "sarif", "github"] as const;
export type LintFormat = (typeof lintFormats)[number];

type LintReporter = (result: LintResult, options: ProblemOptions) => string;

/** Each is loaded only when it is asked for. */
export const lintReporters: Record<LintFormat, () => Promise<LintReporter>> = {
  text: async () => (await import("./text.ts")).lintText,
  json: async () => (await import("./json.ts")).lintJson,
  sarif: async () => (await import("./sarif.ts")).lintSarif,
  github: async () => (await import("./github.ts")).lintGithub,
};
